package app.keypoint.content.internal;

import app.keypoint.content.picture.PicturesBeside;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Where quiz files come from. */
sealed interface QuizSource {

  /** A cheap mark of each file, by name, that differs when the file may have changed. */
  Map<String, String> stamps() throws IOException;

  /** The bytes of a file. */
  byte[] bytes(String name) throws IOException;

  /** Opens an image beside them. */
  InputStream image(String file) throws IOException;

  /** In words, for people. */
  String description();

  /** The text of a file, which must be UTF-8. */
  default String text(String name) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(name))).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("It is not encoded in UTF-8", e);
    }
  }

  /**
   * The configured folder; if none is, {@code quizzes} where it exists, else the packaged files.
   */
  static QuizSource of(String configured) {
    Path folder = Path.of(configured.isBlank() ? "quizzes" : configured);
    return configured.isBlank() && !Files.isDirectory(folder)
        ? new Packaged()
        : new Folder(folder.toAbsolutePath().normalize());
  }

  /**
   * The {@code .yaml} files of a folder, stamped with size and time of change; those of the images
   * beside them count for each.
   */
  record Folder(Path path) implements QuizSource {

    @Override
    public Map<String, String> stamps() throws IOException {
      Map<String, String> stamps = new TreeMap<>();
      try (Stream<Path> files = Files.list(path)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          String name = file.getFileName().toString();
          if (name.endsWith(".yaml") && !name.startsWith(".") && Files.isRegularFile(file)) {
            stamps.put(name, stamp(file));
          }
        }
      }
      String images = images();
      if (!images.isEmpty()) {
        stamps.replaceAll((name, stamp) -> stamp + images);
      }
      return stamps;
    }

    private static String stamp(Path file) throws IOException {
      return Files.size(file) + "@" + Files.getLastModifiedTime(file);
    }

    private String images() throws IOException {
      Path folder = path.resolve(PicturesBeside.FOLDER);
      if (!Files.isDirectory(folder)) {
        return "";
      }
      try (Stream<Path> files = Files.list(folder)) {
        StringBuilder stamps = new StringBuilder();
        for (Path file : (Iterable<Path>) files.sorted()::iterator) {
          stamps.append(' ').append(file.getFileName()).append(' ').append(stamp(file));
        }
        return stamps.toString();
      }
    }

    @Override
    public InputStream image(String file) throws IOException {
      return Files.newInputStream(path.resolve(PicturesBeside.FOLDER).resolve(file));
    }

    @Override
    public byte[] bytes(String name) throws IOException {
      return Files.readAllBytes(path.resolve(name));
    }

    @Override
    public String description() {
      return path.toString();
    }
  }

  /** The files packaged with the program, which never change. */
  record Packaged() implements QuizSource {

    @Override
    public Map<String, String> stamps() throws IOException {
      Map<String, String> stamps = new TreeMap<>();
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath:quizzes/*.yaml")) {
        stamps.put(String.valueOf(file.getFilename()), "");
      }
      return stamps;
    }

    @Override
    public byte[] bytes(String name) throws IOException {
      return new PathMatchingResourcePatternResolver()
          .getResource("classpath:quizzes/" + name)
          .getContentAsByteArray();
    }

    @Override
    public InputStream image(String file) throws IOException {
      return new PathMatchingResourcePatternResolver()
          .getResource("classpath:quizzes/" + PicturesBeside.FOLDER + "/" + file)
          .getInputStream();
    }

    @Override
    public String description() {
      return "the quizzes packaged with Keypoint";
    }
  }
}
