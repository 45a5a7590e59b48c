package app.keypoint.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** The migrations of today, and those that were released, as Flyway counts and sums them. */
final class Migrations {

  private static final Path RELEASED = Path.of("src/test/resources/released/migrations.txt");

  private Migrations() {}

  /**
   * A migration.
   *
   * @param folder for one database or for both
   * @param version as Flyway writes it
   */
  record Migration(String folder, String version, int checksum) {

    /** Of the schema; what stands behind a dot is for one database. */
    int schema() {
      return Integer.parseInt(version.split("\\.", -1)[0]);
    }

    private static Migration parse(String line) {
      String[] words = line.split(" ", -1);
      return new Migration(words[0], words[1], Integer.parseInt(words[2]));
    }

    @Override
    public String toString() {
      return "%s %s %d".formatted(folder, version, checksum);
    }
  }

  static List<Migration> ofToday() {
    return Stream.of("common", "h2", "postgresql")
        .flatMap(
            folder ->
                Arrays.stream(
                        Flyway.configure()
                            .dataSource("jdbc:h2:mem:" + UUID.randomUUID(), "", "")
                            .locations("classpath:db/migration/" + folder)
                            .load()
                            .info()
                            .all())
                    .map(migration -> of(folder, migration)))
        .sorted(Comparator.comparing(Migration::schema).thenComparing(Migration::toString))
        .toList();
  }

  private static Migration of(String folder, MigrationInfo migration) {
    return new Migration(
        folder,
        migration.getVersion().getVersion(),
        Objects.requireNonNull(migration.getChecksum(), "only SQL has a checksum"));
  }

  /** Those of all schemas that are kept. */
  static List<Migration> released() {
    try (Stream<String> lines = Files.lines(RELEASED)) {
      return lines.map(Migration::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds those of today that are not there yet; what is there stays as it is. */
  static void keep() throws IOException {
    List<Migration> all = new ArrayList<>(Files.exists(RELEASED) ? released() : List.of());
    ofToday().stream()
        .filter(
            one ->
                all.stream()
                    .noneMatch(
                        kept ->
                            kept.folder().equals(one.folder())
                                && kept.version().equals(one.version())))
        .forEach(all::add);
    Files.write(RELEASED, all.stream().map(Migration::toString).toList());
  }
}
