package app.keypoint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class MessagesTest {

  @Test
  void pagesThatShowTheSameWordsHoldOneText() {
    StaticMessageSource source = new StaticMessageSource();
    source.setAlwaysUseMessageFormat(true);
    source.addMessage("plain", Locale.ENGLISH, "It''s due");
    source.addMessage("plain", Locale.CHINESE, "到期");
    source.addMessage("filled", Locale.ENGLISH, "{0} due");
    Messages messages = new Messages(source);

    assertThat(messages.getTranslation("plain", Locale.ENGLISH))
        .isEqualTo("It's due")
        .isSameAs(messages.getTranslation("plain", Locale.ENGLISH));
    assertThat(messages.getTranslation("plain", Locale.CHINESE)).isEqualTo("到期");
    assertThat(messages.getTranslation("filled", Locale.ENGLISH, 3)).isEqualTo("3 due");
    assertThat(messages.getTranslation("filled", Locale.ENGLISH, 4)).isEqualTo("4 due");
  }
}
