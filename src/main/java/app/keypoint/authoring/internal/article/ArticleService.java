package app.keypoint.authoring.internal.article;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.authoring.Articles;
import app.keypoint.authoring.ItemBody;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.INSTRUCTORS)
class ArticleService implements Articles {

  @Override
  public String paragraphs(long instructorId, String brought, Format format) {
    String text =
        switch (format) {
          case TEXT -> PastedArticle.ofText(brought);
          case PARTLY_ESCAPED -> PastedArticle.ofPartlyEscaped(brought);
          case MARKDOWN -> PastedArticle.ofMarkdown(brought);
          case HTML -> PastedArticle.ofHtml(brought);
        };
    if (text.length() > ItemBody.MAX_ARTICLE) {
      throw new TooLong(text.length());
    }
    return text;
  }

  @Override
  public Brought fromFile(long instructorId, String fileName, byte[] file) {
    return switch (ArticleFile.read(fileName, file)) {
      case ArticleFile.Refused(Reason reason) -> new Brought.Refused(reason);
      case ArticleFile.Text(String text, Format format) -> {
        try {
          String paragraphs = paragraphs(instructorId, text, format);
          yield paragraphs.isBlank()
              ? new Brought.Refused(Reason.EMPTY)
              : new Brought.Paragraphs(paragraphs);
        } catch (TooLong e) {
          yield new Brought.Refused(Reason.TOO_LONG);
        }
      }
    };
  }
}
