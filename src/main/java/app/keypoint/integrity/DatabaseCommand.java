package app.keypoint.integrity;

import app.keypoint.access.OwnerOnly;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The commands {@code backup DATA FILE}, of an H2 database that no server has open, and {@code
 * restore DATA FILE [--replace]}; see ADR 145. The status is 0, or 2 when nothing was done.
 */
public final class DatabaseCommand {

  private static final String REPLACE = "--replace";

  private final DatabaseFile database;
  private final PrintStream out;

  DatabaseCommand(Path data, PrintStream out) {
    this.database = new DatabaseFile(data);
    this.out = out;
  }

  /** Runs the command if it is one of these; ends the program when it fails. */
  public static boolean ran(String... arguments) {
    List<String> words = List.of(arguments);
    if (words.size() < 3 || !List.of("backup", "restore").contains(words.getFirst())) {
      return false;
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    DatabaseCommand command = new DatabaseCommand(Path.of(words.get(1)), out);
    Path file = Path.of(words.get(2)).toAbsolutePath().normalize();
    boolean done =
        words.getFirst().equals("backup")
            ? command.backup(file)
            : command.restore(file, words.contains(REPLACE));
    if (!done) {
      System.exit(2);
    }
    return true;
  }

  boolean backup(Path file) {
    try {
      if (!database.exists()) {
        return no("There is no H2 database in " + database.folder());
      }
      if (database.inUse()) {
        return no(inUse() + " set MANAGEMENT_PORT to where its management answers");
      }
      Path folder = file.getParent();
      if (folder != null) {
        OwnerOnly.folder(folder);
      }
      Instant written = database.lastWritten();
      database.saveTo(file);
      out.println("SAVED " + file);
      out.println("The database was last written to at " + written);
      return true;
    } catch (IOException | SQLException e) {
      return no(e.toString());
    }
  }

  /**
   * @param replace whether a database that is there may be put aside
   */
  boolean restore(Path file, boolean replace) {
    try {
      boolean occupied = database.exists();
      if (occupied && database.inUse()) {
        return no(inUse() + " stop it first");
      }
      if (occupied && !replace) {
        return no(
            "There is a database in %s already; with %s it is put aside"
                .formatted(database.folder(), REPLACE));
      }
      bringBack(file, occupied);
      return true;
    } catch (IOException | SQLException e) {
      return no(e.toString());
    }
  }

  /** What comes is looked at before what is there moves. */
  private void bringBack(Path file, boolean occupied) throws IOException, SQLException {
    Path data = OwnerOnly.folder(database.folder());
    DatabaseFile coming = new DatabaseFile(Files.createTempDirectory(data, "restoring-"));
    try {
      coming.takeFrom(file);
      if (occupied) {
        Path aside = aside(data);
        database.moveTo(aside);
        out.println("What was there is in " + aside);
      }
      coming.moveTo(data);
    } finally {
      coming.delete();
    }
    out.println("RESTORED " + data);
    if (!Files.exists(data.resolve("secret.key"))) {
      out.println(
          "There is no secret.key beside it: put the one of the backup's time there (or set"
              + " KEYPOINT_SECRET_KEY), or authenticator apps have to be set up again");
    }
  }

  private static Path aside(Path data) {
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> data.resolve("replaced-" + n))
        .filter(folder -> !Files.exists(folder))
        .findFirst()
        .orElseThrow();
  }

  private String inUse() {
    return "A server has the database in %s open:".formatted(database.folder());
  }

  private boolean no(String why) {
    out.println(why);
    return false;
  }
}
