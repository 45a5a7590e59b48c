package app.keypoint.lives;

import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** How many lives, and which: {@code -Dkeypoint.lives=2000 -Dkeypoint.seed=42}. */
final class Lives implements AroundPropertyHook {

  /** What a build has time for, on each of two databases. */
  private static final int USUAL = 15;

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    context.attributes().setTries(Integer.getInteger("keypoint.lives", USUAL));
    if (Boolean.getBoolean("keypoint.unshrunk")) {
      context.attributes().setShrinking(ShrinkingMode.OFF);
    }
    String seed = System.getProperty("keypoint.seed");
    if (seed != null) {
      context.attributes().setSeed(seed);
    }
    return property.execute();
  }
}
