package app.keypoint.reminder.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "learner@example.org, learner@example.org",
    "'  learner@example.org ', learner@example.org",
    "first.last+tag@mail.example.org, first.last+tag@mail.example.org",
    "o'neill@example.org, o'neill@example.org",
    "learner@bücher.example, learner@xn--bcher-kva.example",
  })
  void takesOnePlainAddress(String typed, String address) throws Exception {
    assertThat(MailAddress.parse(typed)).contains(new MailAddress(address));
    assertThat(InternetAddress.parse(address, true)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "learner",
        "@example.org",
        "learner@",
        "learner@example",
        "learner@@example.org",
        "two words@example.org",
        ".learner@example.org",
        "lear..ner@example.org",
        "learner@-example.org",
        "learner@example..org",
        "learner@example.org.",
        "learner@[127.0.0.1]",
        "\"learner\"@example.org",
        "Learner <learner@example.org>",
        "a@example.org,b@example.org",
        "a@example.org;b@example.org",
        "a@example.org b@example.org",
        "learner@example.org\r\nBcc: other@example.org",
        "lear\nner@example.org",
        "learner@example.org%0abcc:other@example.org",
        "learner@exa\u0000mple.org",
        "lea\u202erner@example.org",
        "学习@example.org"
      })
  void takesNothingElse(String typed) {
    assertThat(MailAddress.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"64, true", "65, false"})
  void namesAreAtMostSixtyFourLong(int length, boolean good) {
    assertThat(MailAddress.parse("a".repeat(length) + "@example.org").isPresent()).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource({"254, true", "255, false"})
  void addressesAreAtMost254Long(int length, boolean good) {
    String name = "a".repeat(60) + "@";
    String end = ".example.org";
    String labels = ("b".repeat(50) + ".").repeat(3);
    String fill = "c".repeat(length - name.length() - labels.length() - end.length());
    String domain = fill.length() > 63 ? "x" : fill;
    String address = name + labels + split(fill, domain) + end;
    assertThat(address).hasSize(length);
    assertThat(MailAddress.parse(address).isPresent()).isEqualTo(good);
  }

  private static String split(String fill, String whole) {
    return fill.equals(whole) ? whole : fill.substring(0, 10) + "." + fill.substring(11);
  }
}
