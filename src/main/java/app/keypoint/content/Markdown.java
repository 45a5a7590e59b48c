package app.keypoint.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
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
    Paragraphs paragraphs = new Paragraphs();
    PARSER.parse(markdown).accept(paragraphs);
    return paragraphs.words;
  }

  private static String words(Node node) {
    Words words = new Words();
    node.accept(words);
    return words.text.toString().strip().replaceAll("\\s+", " ");
  }

  private record ImageWords(HtmlNodeRendererContext context) implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class);
    }

    @Override
    public void render(Node image) {
      for (Node words = image.getFirstChild(); words != null; words = words.getNext()) {
        context.render(words);
      }
    }
  }

  private static final class Words extends AbstractVisitor {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void visit(Text node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(HtmlInline node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
      text.append(' ');
    }

    @Override
    public void visit(HardLineBreak node) {
      text.append(' ');
    }

    @Override
    public void visit(Paragraph node) {
      block(node);
    }

    @Override
    public void visit(Heading node) {
      block(node);
    }

    @Override
    public void visit(FencedCodeBlock node) {
      text.append(node.getLiteral()).append(' ');
    }

    @Override
    public void visit(IndentedCodeBlock node) {
      text.append(node.getLiteral()).append(' ');
    }

    @Override
    public void visit(HtmlBlock node) {
      text.append(node.getLiteral()).append(' ');
    }

    @Override
    public void visit(ListItem node) {
      block(node);
    }

    private void block(Node node) {
      visitChildren(node);
      text.append(' ');
    }
  }

  /** The words of each block that has words itself, rather than blocks. */
  private static final class Paragraphs extends AbstractVisitor {
    private final List<String> words = new ArrayList<>();

    @Override
    public void visit(Paragraph node) {
      add(node);
    }

    @Override
    public void visit(Heading node) {
      add(node);
    }

    @Override
    public void visit(FencedCodeBlock node) {
      add(node);
    }

    @Override
    public void visit(IndentedCodeBlock node) {
      add(node);
    }

    @Override
    public void visit(HtmlBlock node) {
      add(node);
    }

    private void add(Node node) {
      String said = words(node);
      if (!said.isEmpty()) {
        words.add(said);
      }
    }
  }
}
