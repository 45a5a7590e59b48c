package app.keypoint.cohort.internal.roster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.roster.RosterRow;
import app.keypoint.cohort.roster.Rosters;
import app.keypoint.cohort.roster.Rosters.Refusal;
import app.keypoint.cohort.roster.Rosters.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterFileTest {

  private static final RosterRow ANN = new RosterRow(1, "Ann Lee", "ann@example.org");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Lee,ann@example.org",
        "Ann Lee;ann@example.org\r\n",
        "Ann Lee\tann@example.org\n\n",
        "\"Ann Lee\",\"ann@example.org\"",
        "ann@example.org,Ann Lee",
        "  Ann Lee , ann@example.org ,something else"
      })
  void withoutAHeader(String text) {
    assertThat(rows(text)).containsExactly(ANN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Name,Email\nAnn Lee,ann@example.org",
        "E-MAIL ADDRESS;Full_name\nann@example.org;Ann Lee",
        "First name\tLast name\tID\tUsername\nAnn\tLee\t7\tann@example.org",
        "name,email,username\nAnn Lee,somebody@example.org,ann@example.org",
        "姓名,邮箱\nAnn Lee,ann@example.org"
      })
  void asTheHeaderSays(String text) {
    assertThat(rows(text)).containsExactly(new RosterRow(2, ANN.name(), ANN.username()));
  }

  @Test
  void signInNamesWithoutAnAtSignStandSecondAndMayStandAlone() {
    assertThat(rows("Ann Lee,ann")).containsExactly(new RosterRow(1, "Ann Lee", "ann"));
    assertThat(rows("ann@example.org\nbo"))
        .containsExactly(new RosterRow(1, "ann", "ann@example.org"), new RosterRow(2, "bo", "bo"));
  }

  @Test
  void whatHasNulCharactersIsNoText() {
    assertThat(RosterFile.read("Ann Lee,a\0nn".getBytes(UTF_8)))
        .isEqualTo(new RosterFile.Reading.Unreadable(new Refused(Refusal.NOT_TEXT, 0)));
  }

  @Test
  void linesAreCountedAsAnEditorDoes() {
    assertThat(rows("name,username\n\n\"Lee,\nAnn\",ann\nBo,bo"))
        .extracting(RosterRow::line)
        .containsExactly(3L, 5L);
  }

  @Test
  void byteOrderMarksDoNotBelongToTheText() {
    assertThat(rows("\uFEFFname,email\nAnn Lee,ann@example.org".getBytes(UTF_8))).hasSize(1);
    assertThat(rows("\uFEFFAnn Lee,ann@example.org".getBytes(UTF_16LE))).containsExactly(ANN);
  }

  @Test
  void anApostropheBeforeAFormulaIsTheSpreadsheets() {
    assertThat(rows("'=Ann,ann").getFirst().name()).isEqualTo("=Ann");
  }

  @Test
  void whatCannotBeReadSaysWhyAndWhere() {
    assertThat(refusal("".getBytes(UTF_8))).isEqualTo(new Refused(Refusal.NO_ROWS, 0));
    assertThat(refusal("name,email\n".getBytes(UTF_8))).isEqualTo(new Refused(Refusal.NO_ROWS, 0));
    assertThat(refusal("name,place\nAnn,here".getBytes(UTF_8)))
        .isEqualTo(new Refused(Refusal.NO_COLUMN, 1));
    assertThat(refusal("Jos\u00e9,jose".getBytes(ISO_8859_1)).why()).isEqualTo(Refusal.NOT_TEXT);
    assertThat(refusal("Ann,ann\nBo,\"bo".getBytes(UTF_8)).why()).isEqualTo(Refusal.BROKEN);
    assertThat(refusal(new byte[Rosters.MAX_BYTES + 1]).why())
        .isIn(Refusal.TOO_LARGE, Refusal.BROKEN);
  }

  @Test
  void thereIsAMostOfRowsWithAHeaderAndWithout() {
    String rows = "Ann,ann\n".repeat(Rosters.MAX_ROWS);
    assertThat(rows(rows)).hasSize(Rosters.MAX_ROWS);
    assertThat(rows("name,username\n" + rows)).hasSize(Rosters.MAX_ROWS);
    assertThat(refusal((rows + "Bo,bo").getBytes(UTF_8)))
        .isEqualTo(new Refused(Refusal.TOO_MANY_ROWS, Rosters.MAX_ROWS + 1));
    assertThat(refusal(("name,username\n" + rows + "Bo,bo").getBytes(UTF_8)).why())
        .isEqualTo(Refusal.TOO_MANY_ROWS);
  }

  private static List<RosterRow> rows(String text) {
    return rows(text.getBytes(UTF_8));
  }

  private static List<RosterRow> rows(byte[] file) {
    return ((RosterFile.Reading.Rows) RosterFile.read(file)).rows();
  }

  private static Refused refusal(byte[] file) {
    return ((RosterFile.Reading.Unreadable) RosterFile.read(file)).why();
  }
}
