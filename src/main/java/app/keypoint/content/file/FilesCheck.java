package app.keypoint.content.file;

import app.keypoint.content.Finding;
import app.keypoint.content.format.ParsedQuiz;
import app.keypoint.content.picture.PicturesBeside;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Quiz files and translations checked where they lie, as a loader checks them, ids over all of them
 * included.
 *
 * @param findings file by file as they were named, each in the order of its lines
 * @param unreadable how many of the files could not be read at all
 */
public record FilesCheck(List<Finding> findings, int unreadable) {

  /** Checks files; a translation against its original, which lies beside it. */
  public static FilesCheck of(List<String> names) {
    Reading reading = new Reading();
    List<QuizFile> quizzes = new ArrayList<>();
    Map<String, List<Finding>> findings = new LinkedHashMap<>();
    for (String name : names) {
      findings.put(name, new ArrayList<>());
      Path path = Path.of(name);
      Optional<TranslationName> translates = TranslationName.of(String.valueOf(path.getFileName()));
      reading
          .text(name)
          .ifPresent(
              text ->
                  translates.ifPresentOrElse(
                      of ->
                          findings
                              .getOrDefault(name, new ArrayList<>())
                              .addAll(reading.translation(name, text, of).findings()),
                      () -> quizzes.add(QuizFile.parse(name, text, PicturesBeside.of(path)))));
    }
    for (QuizFile quiz : Duplicates.refused(quizzes, Map.of())) {
      findings.getOrDefault(quiz.name(), new ArrayList<>()).addAll(quiz.findings());
    }
    reading.faults.forEach(
        fault -> findings.getOrDefault(fault.file(), new ArrayList<>()).add(fault));
    Comparator<Finding> byPlace =
        Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column);
    return new FilesCheck(
        findings.values().stream().flatMap(each -> each.stream().sorted(byPlace)).toList(),
        reading.faults.size());
  }

  /** Reads files and notes which cannot be read. */
  private static final class Reading {
    private final List<Finding> faults = new ArrayList<>();

    Optional<String> text(String name) {
      try {
        return Optional.of(Files.readString(Path.of(name)));
      } catch (NoSuchFileException e) {
        fault(name, "There is no such file.", "Check its name and folder.");
      } catch (CharacterCodingException e) {
        fault(name, "The file is not encoded in UTF-8.", "Save it as UTF-8.");
      } catch (IOException | OutOfMemoryError e) {
        fault(name, "The file cannot be read: " + e.getMessage() + ".", "Check that it is a file.");
      }
      return Optional.empty();
    }

    TranslationFile translation(String name, String text, TranslationName of) {
      String beside = String.valueOf(Path.of(name).resolveSibling(of.original()));
      ParsedQuiz original = null;
      try {
        original =
            QuizFile.parse(
                    beside, Files.readString(Path.of(beside)), PicturesBeside.of(Path.of(beside)))
                .quiz();
      } catch (IOException e) {
        // As a broken one: there is nothing to compare with.
      }
      return original == null
          ? TranslationFile.orphan(name, of.original())
          : TranslationFile.parse(name, text, original);
    }

    private void fault(String name, String message, String advice) {
      faults.add(Finding.unreadable(name, message, advice));
    }
  }
}
