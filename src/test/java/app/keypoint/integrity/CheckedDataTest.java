package app.keypoint.integrity;

import app.keypoint.support.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.test.context.TestPropertySource;

/** On a database of its own: what other tests make up does not follow from a log. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@TestPropertySource(properties = "spring.application.name=data-check")
@Tag("slow")
public @interface CheckedDataTest {}
