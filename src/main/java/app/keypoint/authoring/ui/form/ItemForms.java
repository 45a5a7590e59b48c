package app.keypoint.authoring.ui.form;

import app.keypoint.authoring.Articles;
import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftPictures;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import java.util.function.Predicate;

/** The form for each kind of part. */
public final class ItemForms {

  private final Articles articles;
  private final DraftPictures pictures;
  private final long authorId;

  /**
   * @param authorId who writes
   */
  public ItemForms(Articles articles, DraftPictures pictures, long authorId) {
    this.articles = articles;
    this.pictures = pictures;
    this.authorId = authorId;
  }

  /**
   * A form that says this.
   *
   * @param before called before more than typing changes a field
   * @param onEdit as {@link ItemForm} has it
   */
  public ItemForm of(Draft draft, ItemBody body, Runnable before, Predicate<ItemBody> onEdit) {
    return switch (body) {
      case ItemBody.Heading heading -> new HeadingForm(heading, onEdit);
      case ItemBody.Article article ->
          new ArticleForm(article, this::read, this::plain, before, onEdit);
      case ItemBody.KeyPoint point -> new KeyPointForm(point, onEdit);
      case ItemBody.Question question ->
          new QuestionForm(
              question,
              draft.live(ItemKind.KEY_POINT),
              file -> pictures.bring(authorId, draft.id(), file),
              before,
              onEdit);
    };
  }

  private Articles.Brought read(String fileName, byte[] file) {
    return articles.fromFile(authorId, fileName, file);
  }

  private String plain(String words) {
    if (words.length() > Articles.MAX_BROUGHT) {
      throw new Articles.TooLong(words.length());
    }
    return articles.paragraphs(authorId, words, Articles.Format.PARTLY_ESCAPED);
  }
}
