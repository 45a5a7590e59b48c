package app.keypoint.content.file;

import app.keypoint.content.Finding;
import app.keypoint.content.Finding.Severity;
import app.keypoint.content.file.QuizFile.StatedId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ids that more than one file states. */
public final class Duplicates {

  private Duplicates() {}

  /**
   * The files with an error for each id that is another's: that of the file which it is served from
   * if that still states it, else of the first by name. So a copied file never takes over the
   * history of what it was copied from.
   *
   * @param fileOf the file that each id is served from
   */
  public static List<QuizFile> refused(List<QuizFile> files, Map<String, String> fileOf) {
    Map<String, List<String>> stating =
        files.stream()
            .flatMap(file -> file.ids().stream().map(id -> Map.entry(id.what(), file.name())))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return files.stream()
        .map(
            file ->
                file.with(
                    file.ids().stream()
                        .filter(id -> !owner(id, stating, fileOf).equals(file.name()))
                        .map(id -> finding(file, id, owner(id, stating, fileOf)))
                        .toList()))
        .toList();
  }

  private static String owner(
      StatedId id, Map<String, List<String>> stating, Map<String, String> fileOf) {
    List<String> names = stating.getOrDefault(id.what(), List.of());
    String served = fileOf.getOrDefault(id.what(), "");
    return names.contains(served) ? served : names.stream().min(String::compareTo).orElseThrow();
  }

  private static Finding finding(QuizFile file, StatedId id, String owner) {
    String questionId =
        id.what().startsWith("question ") ? id.what().substring("question ".length()) : null;
    return new Finding(
        Severity.ERROR,
        file.name(),
        id.line(),
        id.column(),
        questionId,
        "duplicate-id",
        "There is a " + id.what() + " in " + owner + " too.",
        "Give this one another id, or remove one of the two.");
  }
}
