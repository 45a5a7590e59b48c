package app.keypoint.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** The Markdown (CommonMark) of quiz files, which is text written by others. */
public final class Markdown {

  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .omitSingleParagraphP(true)
          .nodeRendererFactory(ImageWords::new)
          .softbreak(" ")
          .build();

  private Markdown() {}

  /**
   * Safe HTML: raw HTML shows as text, links are http, https or mailto, and of an image there are
   * the words that stand for it, so that no reader's browser fetches anything. A single paragraph
   * comes without its {@code <p>}, so that it fits inside a label or a button.
   */
  public static String html(String markdown) {
    return RENDERER.render(PARSER.parse(markdown)).strip();
  }

  /** The words alone on one line, for titles and accessible names. Not HTML: escape as text. */
  public static String text(String markdown) {
    return words(PARSER.parse(markdown));
  }

  /**
   * The words of each paragraph, heading, item and block of code, as a reader sees them, in order;
   * raw HTML too, which shows as text.
   */
  static List<String> paragraphs(String markdown) {
    List<String> paragraphs = new ArrayList<>();
    addParagraphs(PARSER.parse(markdown), paragraphs);
    return paragraphs;
  }

  /** Of each block that has words itself, rather than blocks. */
  private static void addParagraphs(Node node, List<String> paragraphs) {
    switch (node) {
      case Paragraph _, Heading _, FencedCodeBlock _, IndentedCodeBlock _, HtmlBlock _ -> {
        String words = words(node);
        if (!words.isEmpty()) {
          paragraphs.add(words);
        }
      }
      default -> eachChild(node, child -> addParagraphs(child, paragraphs));
    }
  }

  private static String words(Node node) {
    StringBuilder text = new StringBuilder();
    addWords(node, text);
    return text.toString().strip().replaceAll("\\s+", " ");
  }

  private static void addWords(Node node, StringBuilder text) {
    switch (node) {
      case Text it -> text.append(it.getLiteral());
      case Code it -> text.append(it.getLiteral());
      case HtmlInline it -> text.append(it.getLiteral());
      case SoftLineBreak _, HardLineBreak _ -> text.append(' ');
      case FencedCodeBlock it -> text.append(it.getLiteral()).append(' ');
      case IndentedCodeBlock it -> text.append(it.getLiteral()).append(' ');
      case HtmlBlock it -> text.append(it.getLiteral()).append(' ');
      case Paragraph _, Heading _, ListItem _ -> {
        eachChild(node, child -> addWords(child, text));
        text.append(' ');
      }
      default -> eachChild(node, child -> addWords(child, text));
    }
  }

  private static void eachChild(Node node, Consumer<Node> deed) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      deed.accept(child);
    }
  }

  private record ImageWords(HtmlNodeRendererContext context) implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class);
    }

    @Override
    public void render(Node image) {
      eachChild(image, context::render);
    }
  }
}
