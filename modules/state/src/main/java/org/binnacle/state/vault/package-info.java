/// Where passwords rest: the keychain of the operating system, or a file encrypted under a master
/// password.
@NullMarked
package org.binnacle.state.vault;

import org.jspecify.annotations.NullMarked;
