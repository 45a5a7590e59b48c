package app.keypoint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.support.ServiceTest;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Nobody writes a line into the log by what they send. */
@ServiceTest
class LogLinesTest {

  @Test
  void lineBreaksAndTerminalCodesInWhatIsLoggedMakeNoLine() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ConsoleAppender<ILoggingEvent> console =
        (ConsoleAppender<ILoggingEvent>) root.getAppender("CONSOLE");
    LoggingEvent event =
        new LoggingEvent(
            "",
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("app.keypoint.any"),
            Level.WARN,
            "Refused: {}",
            null,
            new Object[] {"x\n2026-01-01 ERROR forged\r\u001b[31m\u2028y"});
    String line = new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    assertThat(line.strip().lines()).hasSize(1);
    assertThat(line)
        .contains("Refused: x 2026-01-01 ERROR forged  [31m y")
        .matches("(?s)\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|[+-]\\d\\d:\\d\\d) .*");
  }
}
