package app.keypoint.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says who may call a service, or one method of it. Whoever calls is looked up at the moment of the
 * call: what counts is the account as it is now, not as it was when its session began. Every
 * service that other features or screens can reach has to say it; the architecture tests insist.
 *
 * <p>A method that says something else than its class is called from outside the class only, since
 * calls within a class are not looked at.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {

  Audience value();
}
