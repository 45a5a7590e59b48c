package app.keypoint.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks whose things a service's method is about: the account, or its id, has to be the caller's
 * own. Whoever names another is refused before the method begins, as {@link OpenTo} refuses those
 * whom a method is not open to. The program itself acts for everybody.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Own {}
