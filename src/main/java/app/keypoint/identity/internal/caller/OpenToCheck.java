package app.keypoint.identity.internal.caller;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.Own;
import app.keypoint.identity.Account;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedMethod;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.SecurityAnnotationScanner;
import org.springframework.security.core.annotation.SecurityAnnotationScanners;
import org.springframework.security.core.context.SecurityContextHolder;

/** The one place where calls of services are let through or refused. */
class OpenToCheck implements MethodInterceptor {

  private final SecurityAnnotationScanner<OpenTo> annotations =
      SecurityAnnotationScanners.requireUnique(OpenTo.class);
  private final Map<Method, int[]> owns = new ConcurrentHashMap<>();
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
    Caller caller = callers.getObject().now(who);
    caller.requireIn(audience);
    for (int own : owns.computeIfAbsent(call.getMethod(), OpenToCheck::ownParameters)) {
      caller.requireOwn(accountId(call.getArguments()[own]));
    }
    return call.proceed();
  }

  /** Which parameters are {@link Own}; the interface says it, for all its implementations. */
  private static int[] ownParameters(Method method) {
    MethodParameter[] parameters = new AnnotatedMethod(method).getMethodParameters();
    return IntStream.range(0, parameters.length)
        .filter(i -> parameters[i].hasParameterAnnotation(Own.class))
        .toArray();
  }

  private static long accountId(@Nullable Object own) {
    return switch (own) {
      case Account account -> account.id();
      case Long id -> id;
      case null, default -> throw new IllegalArgumentException("No account: " + own);
    };
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
