package app.keypoint.reminder;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Starts an SMTP server on a free port for a context, and gives the context to know it. */
public class MailServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ServerSetup smtp = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP);
    GreenMail server = new GreenMail(smtp);
    server.start();
    context.getBeanFactory().registerSingleton("testMailServer", server);
    context.addApplicationListener(
        event -> {
          if (event instanceof ContextClosedEvent) {
            server.stop();
          }
        });
    TestPropertyValues.of(
            "spring.mail.host=localhost", "spring.mail.port=" + server.getSmtp().getPort())
        .applyTo(context);
  }
}
