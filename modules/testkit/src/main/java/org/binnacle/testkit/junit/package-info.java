/// What tests use: shared servers, schemas, accounts, fleets and scenes. Only this package knows
/// JUnit.
@NullMarked
package org.binnacle.testkit.junit;

import org.jspecify.annotations.NullMarked;
