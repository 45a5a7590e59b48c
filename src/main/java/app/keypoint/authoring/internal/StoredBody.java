package app.keypoint.authoring.internal;

import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import tools.jackson.databind.json.JsonMapper;

/**
 * A body as JSON in the database. What is here must go on reading drafts of earlier releases: add
 * components, do not rename them.
 */
public final class StoredBody {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StoredBody() {}

  public static String write(ItemBody body) {
    return JSON.writeValueAsString(body);
  }

  public static ItemBody read(ItemKind kind, String json) {
    Class<? extends ItemBody> type =
        switch (kind) {
          case HEADING -> ItemBody.Heading.class;
          case ARTICLE -> ItemBody.Article.class;
          case KEY_POINT -> ItemBody.KeyPoint.class;
          case QUESTION -> ItemBody.Question.class;
        };
    return JSON.readValue(json, type);
  }
}
