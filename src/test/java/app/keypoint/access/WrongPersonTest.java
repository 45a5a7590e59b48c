package app.keypoint.access;

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

/** A part of the wrong-person matrix; all of them share one running server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "keypoint.body-grace=3s",
      "keypoint.header-grace=3s",
      // Each page in a session of its own.
      "keypoint.session.of-account=200"
    })
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Fixtures.class, WorldOfTest.class})
@Tag("slow")
@interface WrongPersonTest {}
