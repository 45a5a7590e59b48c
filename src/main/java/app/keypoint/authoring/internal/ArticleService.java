package app.keypoint.authoring.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.authoring.Articles;
import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.Right;
import app.keypoint.content.Passages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.INSTRUCTORS)
class ArticleService implements Articles {

  private final Access access;
  private final DraftReader reader;

  ArticleService(Access access, DraftReader reader) {
    this.access = access;
    this.reader = reader;
  }

  @Override
  public String paragraphs(long instructorId, String brought, Format format) {
    String text =
        switch (format) {
          case TEXT -> ArticleText.ofText(brought);
          case MARKDOWN -> ArticleText.ofMarkdown(brought);
          case HTML -> ArticleText.ofHtml(brought);
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

  @Override
  public ArticleMap map(long instructorId, String draftId) {
    Draft draft = reader.draft(access.require(instructorId, draftId, Right.EDIT), instructorId);
    Passages article =
        Passages.of(
            draft
                .item(Drafts.ARTICLE)
                .map(item -> ((ItemBody.Article) item.body()).text())
                .orElse(""));
    Map<String, List<Passages.Part>> found = new HashMap<>();
    List<String> lost = new ArrayList<>();
    for (DraftItem item : draft.items()) {
      String passage = passage(item);
      if (!item.retired() && !passage.isBlank()) {
        Optional<List<Passages.Part>> parts = article.find(passage);
        parts.ifPresentOrElse(some -> found.put(item.id(), some), () -> lost.add(item.id()));
      }
    }
    List<MappedParagraph> paragraphs = new ArrayList<>();
    for (int i = 0; i < article.paragraphs().size(); i++) {
      paragraphs.add(paragraph(i, article.paragraphs().get(i), draft, found));
    }
    return new ArticleMap(List.copyOf(paragraphs), List.copyOf(lost));
  }

  private static String passage(DraftItem item) {
    return switch (item.body()) {
      case ItemBody.KeyPoint point -> point.passage();
      case ItemBody.Question question -> question.passage();
      case ItemBody.Heading _ -> "";
      case ItemBody.Article _ -> "";
    };
  }

  private static MappedParagraph paragraph(
      int index, String words, Draft draft, Map<String, List<Passages.Part>> found) {
    List<Mark> marks = new ArrayList<>();
    Set<String> here = new HashSet<>();
    for (DraftItem item : draft.items()) {
      for (Passages.Part part : found.getOrDefault(item.id(), List.of())) {
        if (part.paragraph() == index) {
          marks.add(new Mark(item.id(), item.kind(), part));
          here.add(item.id());
        }
      }
    }
    long asked =
        draft.live(ItemKind.QUESTION).stream()
            .filter(
                item ->
                    here.contains(item.id())
                        || (passage(item).isBlank()
                            && here.contains(((ItemBody.Question) item.body()).keyPointId())))
            .count();
    return new MappedParagraph(words, List.copyOf(marks), (int) asked);
  }
}
