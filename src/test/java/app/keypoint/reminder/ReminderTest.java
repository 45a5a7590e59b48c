package app.keypoint.reminder;

import app.keypoint.support.Fixtures;
import app.keypoint.support.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole server with a real database and a real mail server, its own clockwork stopped. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "keypoint.mail.check=0 0 0 1 1 *",
      "keypoint.mail.from=Keypoint <reminders@keypoint.example>",
      "keypoint.base-url=https://keypoint.example/"
    })
@ContextConfiguration(initializers = {TestDatabase.class, MailServer.class})
@Import({Fixtures.class, Learning.class})
@Tag("database")
@Tag("slow")
public @interface ReminderTest {}
