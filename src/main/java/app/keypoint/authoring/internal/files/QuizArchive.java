package app.keypoint.authoring.internal.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keypoint.access.HeavyWork;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.QuizFiles;
import app.keypoint.content.file.TranslationName;
import app.keypoint.content.picture.KeptPicture;
import app.keypoint.content.picture.PictureFault;
import app.keypoint.content.picture.PictureFile;
import app.keypoint.content.picture.PicturesBeside;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A quiz file with its images and translations, packed as they would lie in a folder of them. */
sealed interface QuizArchive {

  /** The most images of a quiz, one for each question. */
  int MAX_IMAGES = Drafts.MAX_ITEMS;

  /** The most files that are looked at; what is not meant for us counts as well. */
  int MAX_ENTRIES = 3 * MAX_IMAGES;

  /** The most bytes that come out of one. */
  long MAX_UNPACKED = 200_000_000;

  /** Whatever folder it was packed in. */
  Pattern IMAGE =
      Pattern.compile("(?:.*/)?" + PicturesBeside.FOLDER + "/([A-Za-z0-9][A-Za-z0-9._-]{0,99})");

  Pattern QUIZ = Pattern.compile("(?:[^/]*/)?[^/.][^/]*\\.ya?ml");

  /**
   * What it holds.
   *
   * @param images by their names
   * @param faults of those that cannot be shown
   * @param translations the tags of the languages that it is translated into
   */
  record Unpacked(
      byte[] quiz,
      Map<String, KeptPicture> images,
      Map<String, PictureFault> faults,
      Set<String> translations)
      implements QuizArchive {}

  /** Nothing that could be a quiz. */
  record Unread(String rule, String message, String advice) implements QuizArchive {}

  /** Whether a file is one, by its first bytes. */
  static boolean is(byte[] file) {
    return file.length > 1 && file[0] == 'P' && file[1] == 'K';
  }

  /** Reads one. Each image is decoded in a place of its own. */
  static QuizArchive read(byte[] file, HeavyWork heavy) {
    if (file.length > QuizFiles.MAX_ARCHIVE) {
      return tooMuch();
    }
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
      return unpacked(in, heavy);
    } catch (IOException | IllegalArgumentException e) {
      return new Unread("zip-damaged", "The ZIP cannot be read to its end.", "Pack it again.");
    }
  }

  private static QuizArchive unpacked(ZipInputStream in, HeavyWork heavy) throws IOException {
    byte[] quiz = null;
    String nameOfQuiz = "";
    List<String> texts = new ArrayList<>();
    Map<String, KeptPicture> images = new HashMap<>();
    Map<String, PictureFault> faults = new HashMap<>();
    long left = MAX_UNPACKED;
    int entries = 0;
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      entries++;
      Matcher image = IMAGE.matcher(entry.getName());
      boolean isQuiz = QUIZ.matcher(entry.getName()).matches();
      // What is skipped is unpacked as well.
      int most = isQuiz ? QuizFiles.MAX_BYTES : PictureFile.MAX_BYTES;
      byte[] bytes = in.readNBytes(most + 1);
      left -= bytes.length;
      if (entries > MAX_ENTRIES || left < 0 || (bytes.length > most && !image.matches())) {
        return tooMuch();
      }
      if (isQuiz) {
        texts.add(entry.getName());
        // The name of a translation is longer than that of its original.
        if (quiz == null || entry.getName().length() < nameOfQuiz.length()) {
          quiz = bytes;
          nameOfQuiz = entry.getName();
        }
      } else if (image.matches()) {
        String name = image.group(1);
        if (images.size() + faults.size() >= MAX_IMAGES) {
          return tooMuch();
        }
        if (images.containsKey(name) || faults.containsKey(name)) {
          return new Unread(
              "same-name", "Two images have the same name.", "Give each a name of its own.");
        }
        switch (heavy.inPlace(() -> PictureFile.read(bytes))) {
          case PictureFile.Read.Usable(KeptPicture kept) -> images.put(name, kept);
          case PictureFile.Read.Unusable(PictureFault fault) -> faults.put(name, fault);
        }
        if (bytes.length > most) {
          return tooMuch();
        }
      }
    }
    return quiz == null ? noQuiz() : unpacked(quiz, nameOfQuiz, texts, images, faults);
  }

  private static QuizArchive unpacked(
      byte[] quiz,
      String name,
      List<String> texts,
      Map<String, KeptPicture> images,
      Map<String, PictureFault> faults) {
    List<String> others = new ArrayList<>(texts);
    others.remove(name);
    List<TranslationName> translations =
        others.stream().map(TranslationName::of).flatMap(Optional::stream).toList();
    if (translations.size() == others.size()
        && translations.stream().allMatch(other -> other.original().equals(name))) {
      return new Unpacked(
          quiz,
          images,
          faults,
          translations.stream()
              .map(other -> other.language().toLanguageTag())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return texts.stream().allMatch(text -> TranslationName.of(text).isPresent())
        ? noQuiz()
        : new Unread(
            "several-quizzes",
            "There is more than one quiz file.",
            "Pack one at a time, with no translations but its own.");
  }

  private static QuizArchive noQuiz() {
    return new Unread(
        "no-quiz", "There is no quiz file in it.", "Put the file NAME.yaml beside `images`.");
  }

  private static QuizArchive tooMuch() {
    return new Unread(
        "too-much-packed",
        "There is more in it than a quiz may have.",
        "Give a quiz file of up to %,d characters and up to %d images of 5 MB."
            .formatted(QuizFiles.MAX_FILE, MAX_IMAGES));
  }

  /**
   * As a file: with images or translations, or as it is without any.
   *
   * @param images their hashes by the names that they get
   * @param translations by the tags of their languages
   * @param read asked for one after the other
   */
  static QuizFiles.Download packed(
      String quizId,
      String yaml,
      Map<String, String> images,
      Map<String, String> translations,
      Function<String, KeptPicture> read) {
    if (images.isEmpty() && translations.isEmpty()) {
      return new QuizFiles.Download(
          quizId + ".yaml", "application/yaml; charset=utf-8", yaml.getBytes(UTF_8));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      put(out, quizId + ".yaml", yaml.getBytes(UTF_8));
      for (Map.Entry<String, String> translation : translations.entrySet()) {
        put(
            out,
            quizId + "." + translation.getKey() + ".yaml",
            translation.getValue().getBytes(UTF_8));
      }
      for (Map.Entry<String, String> image : images.entrySet()) {
        put(
            out,
            PicturesBeside.FOLDER + "/" + image.getKey(),
            read.apply(image.getValue()).bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new QuizFiles.Download(quizId + ".zip", "application/zip", bytes.toByteArray());
  }

  private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(bytes);
    out.closeEntry();
  }
}
