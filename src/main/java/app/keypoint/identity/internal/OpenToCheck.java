package app.keypoint.identity.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.SecurityAnnotationScanner;
import org.springframework.security.core.annotation.SecurityAnnotationScanners;
import org.springframework.security.core.context.SecurityContextHolder;

/** The one place where calls of services are let through or refused. */
class OpenToCheck implements MethodInterceptor {

  private final SecurityAnnotationScanner<OpenTo> annotations =
      SecurityAnnotationScanners.requireUnique(OpenTo.class);
  private final ObjectProvider<Callers> callers;

  OpenToCheck(ObjectProvider<Callers> callers) {
    this.callers = callers;
  }

  @Override
  public @Nullable Object invoke(MethodInvocation call) throws Throwable {
    Audience audience = audience(call);
    if (audience == Audience.ANYBODY || audience == Audience.FEATURES) {
      return call.proceed();
    }
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    callers.getObject().now(who).requireIn(audience);
    return call.proceed();
  }

  private Audience audience(MethodInvocation call) {
    Object target = call.getThis();
    Class<?> type = target == null ? call.getMethod().getDeclaringClass() : target.getClass();
    OpenTo openTo = annotations.scan(call.getMethod(), type);
    if (openTo == null) {
      // A default method belongs to the interface, which says nothing; the class speaks for it.
      openTo = AnnotationUtils.findAnnotation(type, OpenTo.class);
    }
    if (openTo == null) {
      throw new IllegalStateException("Nothing says who may call " + call.getMethod());
    }
    return openTo.value();
  }
}
