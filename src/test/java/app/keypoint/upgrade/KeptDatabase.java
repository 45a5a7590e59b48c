package app.keypoint.upgrade;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of a database as a released version left it, in {@code src/test/resources/released}: a
 * line of JSON for each table, without what belongs to H2 or to PostgreSQL.
 *
 * @param version of the schema, as Flyway counts
 */
record KeptDatabase(String version, Path file) {

  private static final Path FOLDER = Path.of("src/test/resources/released");

  private record Table(String name, List<Map<String, String>> rows) {}

  static List<KeptDatabase> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl.gz"))
          .map(file -> new KeptDatabase(file.getFileName().toString().replaceAll("\\D", ""), file))
          .sorted((a, b) -> Integer.compare(a.number(), b.number()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int number() {
    return Integer.parseInt(version);
  }

  @Override
  public String toString() {
    return "version " + version;
  }

  /** All rows, by table, those that others refer to first. */
  Map<String, List<Map<String, String>>> rows() {
    Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(line -> JsonMapper.shared().readValue(line, new TypeReference<Table>() {}))
          .forEach(table -> rows.put(table.name(), table.rows()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /**
   * Keeps what a small installation of today's program leaves behind, or the rows of another H2
   * file that no server has open.
   *
   * <p>Arguments: none, or the data folder of the other. The file's name is that of its schema's
   * version.
   */
  public static void main(String[] args) throws IOException {
    Path folder =
        args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("small-installation-");
    if (args.length == 0) {
      SmallInstallation.live(folder);
      Migrations.keep();
    }
    keep(folder);
    System.exit(0); // What the server has started may still run.
  }

  private static void keep(Path folder) throws IOException {
    SingleConnectionDataSource database =
        new SingleConnectionDataSource(
            "jdbc:h2:file:%s/keypoint;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;IFEXISTS=TRUE"
                .formatted(folder.toAbsolutePath()),
            "keypoint",
            "",
            true);
    JdbcTemplate jdbc = new JdbcTemplate(database);
    String version =
        jdbc.queryForObject(
            """
            select max(cast(regexp_replace("version", '[.].*', '') as int))
            from "flyway_schema_history"
            """,
            String.class);
    Tables tables = new Tables(jdbc);
    Path file = Files.createDirectories(FOLDER).resolve("V" + version + ".jsonl.gz");
    try (Writer out =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
      for (String name : tables.names()) {
        List<Map<String, String>> rows = tables.rows(name, tables.columns(name).keySet());
        out.write(JsonMapper.shared().writeValueAsString(new Table(name, rows)));
        out.write('\n');
        System.out.println(name + " " + rows.size());
      }
    } finally {
      database.destroy();
    }
    System.out.println(file + " " + Files.size(file));
  }
}
