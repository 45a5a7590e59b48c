package app.keypoint.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.upgrade.Migrations.Migration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What is released is what stands on the main branch, so no schema gets there unless a database of
 * it is kept, and no migration that was there is another one afterwards.
 */
class MigrationsTest {

  /** Only while there is no administrator, whom an installation with people has. */
  private static final Set<String> EMPTY = Set.of("setup_link");

  @Test
  void aDatabaseOfTheNewestSchemaIsKept() {
    int newest = Migrations.ofToday().stream().mapToInt(Migration::schema).max().orElseThrow();
    assertThat(KeptDatabase.all())
        .extracting(KeptDatabase::number)
        .as("run script/keep-database when the migration is as it is to be")
        .contains(newest);
  }

  @Test
  void migrationsOfKeptDatabasesAreAsTheyWere() {
    int newest = KeptDatabase.all().getLast().number();
    List<Migration> now =
        Migrations.ofToday().stream().filter(one -> one.schema() <= newest).toList();
    assertThat(Migrations.released())
        .as(
            "a released migration is never changed, nor one put before it; of one that was never"
                + " released delete the line and the kept database, and run script/keep-database")
        .containsExactlyInAnyOrderElementsOf(now);
  }

  @Test
  void theNewestHasSomethingInEachTable() {
    Map<String, List<Map<String, String>>> rows = KeptDatabase.all().getLast().rows();
    assertThat(rows)
        .as("fill new tables in SmallInstallation")
        .allSatisfy(
            (table, some) -> assertThat(some.isEmpty()).as(table).isEqualTo(EMPTY.contains(table)));
  }
}
