package app.keypoint.authoring.internal;

import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.OptionText;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.WrittenQuestion;
import java.util.List;

/** Writes a quiz of one question that could be published. */
public final class WrittenQuiz {

  public static final String STEM = "What does the dance of a bee tell the hive?";
  public static final String TEXT = "Bees dance.\n\nThe dance tells the hive where food is.";

  private final Drafts drafts;
  private final long author;
  private final String draft;

  public WrittenQuiz(Drafts drafts, long author, String draft) {
    this.drafts = drafts;
    this.author = author;
    this.draft = draft;
  }

  /** Writes all of it; returns the question's id. */
  public String complete() {
    article(TEXT);
    DraftItem point =
        drafts.add(
            author,
            draft,
            0,
            new ItemBody.KeyPoint(
                "Dances tell of food",
                "What dances are for",
                "A dance tells where food is.",
                1,
                ""));
    return drafts.add(author, draft, 0, question(point.id(), STEM, "Where food is")).id();
  }

  /** Adds a question that is answered by typing; returns its id. */
  public String typed(String stem, String answer) {
    String point = drafts.draft(author, draft).live(ItemKind.KEY_POINT).getFirst().id();
    return drafts
        .add(
            author,
            draft,
            1,
            WrittenQuestion.of(
                ItemBody.Type.RECALL,
                point,
                stem,
                List.of(),
                answer,
                List.of(),
                List.of(),
                true,
                "",
                "The second paragraph says so.",
                ""))
        .id();
  }

  /** Adds a cloze, whose stem holds its answers; returns its id. */
  public String cloze(String stem) {
    String point = drafts.draft(author, draft).live(ItemKind.KEY_POINT).getFirst().id();
    return drafts
        .add(
            author,
            draft,
            2,
            WrittenQuestion.of(
                ItemBody.Type.CLOZE,
                point,
                stem,
                List.of(),
                "",
                List.of(),
                List.of(),
                true,
                "",
                "The second paragraph says so.",
                ""))
        .id();
  }

  /** Leaves no room for as much as a hundred characters more. */
  public void fill() {
    for (int length = ItemBody.MAX_TEXT; length > 0; length /= 2) {
      boolean room = true;
      while (room) {
        room = fits("x".repeat(length));
      }
    }
  }

  private boolean fits(String text) {
    try {
      var unused = drafts.add(author, draft, 1, new ItemBody.KeyPoint("", "", text, 0, ""));
      return true;
    } catch (Drafts.TooMuch e) {
      return false;
    }
  }

  public void article(String text) {
    change(Drafts.ARTICLE, new ItemBody.Article("On bees", "Somebody", "Dances", text, true));
  }

  /** Saves on top of whatever is there. */
  public void change(String itemId, ItemBody body) {
    int revision = drafts.draft(author, draft).item(itemId).orElseThrow().revision();
    var unused = drafts.save(author, draft, itemId, revision, body);
  }

  public static ItemBody.Question question(String point, String stem, String right) {
    return WrittenQuestion.of(
        ItemBody.Type.SINGLE,
        point,
        stem,
        List.of(
            new OptionText("a", right, true, ""),
            new OptionText("b", "How old bees are", false, "Age is not danced."),
            new OptionText("c", "Who the queen is", false, "All know the queen.")),
        "",
        List.of(),
        List.of(),
        true,
        "",
        "The second paragraph says so.",
        "");
  }
}
