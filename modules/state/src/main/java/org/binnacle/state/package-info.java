/// The workstation's memory: H2, its migrations, one adapter per engine port; credential vaults.
@NullMarked
package org.binnacle.state;

import org.jspecify.annotations.NullMarked;
