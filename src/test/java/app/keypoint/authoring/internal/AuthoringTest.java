package app.keypoint.authoring.internal;

import app.keypoint.support.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.test.context.TestPropertySource;

/**
 * A test that publishes: in a context of its own, as what is served is one for all. The property is
 * what makes it one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@TestPropertySource(properties = "keypoint.test.context=authoring")
@Tag("database")
@Tag("slow")
public @interface AuthoringTest {}
