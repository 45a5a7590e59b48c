/**
 * Tables that leave the program: their columns said once, with values that have a kind, and written
 * as CSV or XLSX row by row. Knows no feature.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.keypoint.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
