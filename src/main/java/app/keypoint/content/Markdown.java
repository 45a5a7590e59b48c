package app.keypoint.content;

import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
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
    Words words = new Words();
    PARSER.parse(markdown).accept(words);
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
    public void visit(ListItem node) {
      block(node);
    }

    private void block(Node node) {
      visitChildren(node);
      text.append(' ');
    }
  }
}
