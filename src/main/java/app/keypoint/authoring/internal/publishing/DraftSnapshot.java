package app.keypoint.authoring.internal.publishing;

import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.internal.ItemEntity;
import app.keypoint.authoring.internal.StoredBody;
import app.keypoint.authoring.internal.files.DraftFile;
import app.keypoint.authoring.internal.files.FileItems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an edition says of a draft's parts, by their ids and in their order: a published one as its
 * quiz file does, one that was put aside also what no quiz file states. The words of retired parts
 * are such, and what a question holds for other types than its own.
 *
 * @param whole whether it is all that the draft was
 */
record DraftSnapshot(Map<String, State> parts, boolean whole) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A part, in use or not. */
  record State(ItemBody body, boolean retired) {}

  /** As kept in the database: components may be added and not renamed. */
  private record Row(String id, ItemKind kind, boolean retired, JsonNode body) {}

  static DraftSnapshot of(PackedText edition) {
    return edition.parts() == null ? ofFile(edition.yaml()) : ofAll(edition.parts());
  }

  private static DraftSnapshot ofFile(String yaml) {
    Map<String, State> parts = new LinkedHashMap<>();
    FileItems.of(yaml).forEach((id, body) -> parts.put(id, new State(body, false)));
    return new DraftSnapshot(parts, false);
  }

  private static DraftSnapshot ofAll(String json) {
    Map<String, State> parts = new LinkedHashMap<>();
    for (Row row : JSON.readValue(json, Row[].class)) {
      ItemBody body = StoredBody.read(row.kind(), row.body().toString());
      parts.put(row.id(), new State(body, row.retired()));
    }
    return new DraftSnapshot(parts, true);
  }

  static String write(List<ItemEntity> items) {
    return JSON.writeValueAsString(
        items.stream()
            .map(
                item ->
                    new Row(item.itemId(), item.kind(), item.retired(), JSON.readTree(item.json())))
            .toList());
  }

  /** Parts as a quiz file would state them, whether they are in use or not. */
  static Map<String, ItemBody> asFileStates(String quizId, List<ItemEntity> items) {
    List<DraftItem> inUse = items.stream().map(DraftSnapshot::inUse).toList();
    return FileItems.of(new DraftFile(quizId, inUse).yaml());
  }

  private static DraftItem inUse(ItemEntity item) {
    return new DraftItem(
        item.itemId(), item.place(), item.body(), item.revision(), "", item.changedAt(), false);
  }

  /**
   * Whether a part would lose words by being made as it is here. What a file does not state stays.
   *
   * @param asFile the part as a quiz file would state it
   */
  boolean overwrites(ItemEntity item, @Nullable ItemBody asFile) {
    State state = parts.get(item.itemId());
    return state != null
        && !state.body().equals(item.body())
        && (whole || !state.body().equals(asFile));
  }
}
