package app.keypoint.identity.internal.caller;

import app.keypoint.access.OpenTo;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.security.authorization.method.AuthorizationInterceptorsOrder;

/** Has every call of what is {@link OpenTo} somebody checked first, before its transaction. */
@Configuration
class ServiceSecurity {

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor openToAdvisor(ObjectProvider<Callers> callers) {
    DefaultPointcutAdvisor advisor =
        new DefaultPointcutAdvisor(
            new ComposablePointcut(new AnnotationMatchingPointcut(OpenTo.class))
                .union(AnnotationMatchingPointcut.forMethodAnnotation(OpenTo.class)),
            new OpenToCheck(callers));
    advisor.setOrder(AuthorizationInterceptorsOrder.PRE_AUTHORIZE.getOrder());
    return advisor;
  }
}
