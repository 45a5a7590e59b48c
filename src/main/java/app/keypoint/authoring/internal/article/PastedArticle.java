package app.keypoint.authoring.internal.article;

import app.keypoint.authoring.internal.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Makes paragraphs in Markdown of what was pasted. Of a page only words are kept: no element, no
 * attribute and no address comes through, so there is nothing to make harmless later.
 */
final class PastedArticle {

  /** Deeper than any page that is meant to be read. */
  private static final int MAX_DEPTH = 200;

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "main",
          "header",
          "footer",
          "aside",
          "blockquote",
          "ul",
          "ol",
          "li",
          "table",
          "tr",
          "pre",
          "figure",
          "figcaption",
          "dl",
          "dt",
          "dd",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "body",
          "html",
          "hr",
          "address",
          "fieldset",
          "form",
          "nav");

  /** What holds no words of the article. */
  private static final Set<String> UNREAD =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "head",
          "title",
          "iframe",
          "object",
          "embed",
          "svg",
          "math",
          "canvas",
          "audio",
          "video",
          "nav",
          "button",
          "select",
          "textarea",
          "input");

  /** What Markdown would take for more than words, within a line and at its beginning. */
  private static final Pattern INLINE = Pattern.compile("[\\\\`*\\[\\]<&]|(?<!\\w)_|_(?!\\w)");

  private static final Pattern AT_START = Pattern.compile("^([#>+=~-]|\\d{1,9}(?=[.)]))");
  private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})([.)])");

  /** What the two lines above make of such signs. */
  private static final Pattern ESCAPED_INLINE = Pattern.compile("\\\\([\\\\`*\\[\\]<&_])");

  private static final Pattern ESCAPED_AT_START =
      Pattern.compile("^(?:\\\\([#>+=~-])|(\\d{1,9})\\\\([.)]))");

  private static final Pattern GAP = Pattern.compile("\\n[ \\t]*\\n\\s*");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?:…。！？：]['\"”’»)）]*$");

  /** As an element br is read, and what ends a paragraph as an empty line does. */
  private static final char LINE_BREAK = '\u2028';

  private static final Pattern SPACES = Pattern.compile("[\\s\u2028]+");
  private static final Pattern LINE_BREAKS =
      Pattern.compile("\u2028[\\s\u00a0]*\u2028[\\s\u00a0\u2028]*");

  private PastedArticle() {}

  /** Paragraphs of words alone. */
  static String ofText(String text) {
    return ofWords(text, PastedArticle::escaped);
  }

  /**
   * Paragraphs of words alone, but those stay as they are that this makes of some words. The same
   * of its own result.
   */
  static String ofPartlyEscaped(String text) {
    return ofWords(text, words -> escaped(unescaped(words)).equals(words) ? words : escaped(words));
  }

  private static String ofWords(String text, UnaryOperator<String> made) {
    return joined(
        paragraphs(Printable.text(text).strip()).map(PastedArticle::spaced).map(made).toList());
  }

  /** Divided by empty lines; where there are none, by lines that end as sentences mostly do. */
  private static Stream<String> paragraphs(String text) {
    if (GAP.matcher(text).find()) {
      return Arrays.stream(GAP.split(text));
    }
    List<String> lines = text.lines().map(String::strip).toList();
    long ended = lines.stream().filter(line -> SENTENCE_END.matcher(line).find()).count();
    return ended * 2 > lines.size() ? lines.stream() : Stream.of(text);
  }

  /** Markdown as it is, with one empty line between paragraphs. */
  static String ofMarkdown(String markdown) {
    return joined(
        Arrays.stream(GAP.split(Printable.text(markdown).strip()))
            .map(String::stripTrailing)
            .toList());
  }

  /** The words of a page. */
  static String ofHtml(String html) {
    Paragraphs paragraphs = new Paragraphs();
    paragraphs.read(Jsoup.parse(Printable.text(html), "", Parser.htmlParser()), "", 0);
    paragraphs.end("");
    return joined(paragraphs.done);
  }

  private static String joined(List<String> paragraphs) {
    return String.join("\n\n", paragraphs.stream().filter(p -> !p.isBlank()).toList());
  }

  private static String spaced(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }

  private static String escaped(String words) {
    String inline = INLINE.matcher(words).replaceAll("\\\\$0");
    String numbered = NUMBERED.matcher(inline).replaceFirst("$1\\\\$2");
    return numbered.equals(inline) ? AT_START.matcher(inline).replaceFirst("\\\\$1") : numbered;
  }

  /** The words of which {@link #escaped} makes this; the start first, as its sign comes last. */
  private static String unescaped(String paragraph) {
    String inline = ESCAPED_AT_START.matcher(paragraph).replaceFirst("$1$2$3");
    return ESCAPED_INLINE.matcher(inline).replaceAll("$1");
  }

  private static final class Paragraphs {
    private static final String ITEM = "- ";

    private final List<String> done = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    void read(Node node, String prefix, int depth) {
      switch (node) {
        case TextNode text -> words.append(text.getWholeText());
        case Element element when depth < MAX_DEPTH && !UNREAD.contains(element.normalName()) -> {
          boolean block = BLOCKS.contains(element.normalName());
          String own = block ? prefix(element.normalName()) : prefix;
          if (block) {
            end(prefix);
          }
          element.childNodes().forEach(child -> read(child, own, depth + 1));
          if (block) {
            end(own);
          } else if (element.normalName().equals("br")) {
            words.append(LINE_BREAK);
          } else if (element.normalName().matches("td|th")) {
            words.append(' ');
          }
        }
        default -> {}
      }
    }

    void end(String prefix) {
      String before = prefix;
      for (String part : LINE_BREAKS.split(words)) {
        String paragraph = spaced(part);
        if (!paragraph.isEmpty()) {
          done.add(before + escaped(paragraph));
          before = prefix.equals(ITEM) ? "" : prefix;
        }
      }
      words.setLength(0);
    }

    private static String prefix(String name) {
      return switch (name) {
        case "h1", "h2" -> "## ";
        case "h3", "h4", "h5", "h6" -> "### ";
        case "li" -> ITEM;
        case "blockquote" -> "> ";
        default -> "";
      };
    }
  }
}
