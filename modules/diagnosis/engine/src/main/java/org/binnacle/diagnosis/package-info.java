/// Live diagnosis without a screen: what sessions do, which of them hurt, and how to end one.
/// {@link org.binnacle.diagnosis.Diagnosis} is the door that the window and the command line share.
@NullMarked
package org.binnacle.diagnosis;

import org.jspecify.annotations.NullMarked;
