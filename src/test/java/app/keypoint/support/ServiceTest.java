package app.keypoint.support;

import app.keypoint.support.races.Races;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of services or repositories on a real database: an H2 file, and in the build's second run
 * a PostgreSQL. One context serves all of them, so each test makes its own accounts. Nothing looks
 * for changed files by itself: that would put away cards of made-up questions while tests ask them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "keypoint.content.poll-interval=1h")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({
  Fixtures.class,
  StatementCounter.class,
  Differences.class,
  Races.class,
  Races.Watching.class
})
@Tag("database")
public @interface ServiceTest {}
