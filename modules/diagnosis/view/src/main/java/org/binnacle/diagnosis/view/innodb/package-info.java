/// InnoDB's figures on the screen.
@NullMarked
package org.binnacle.diagnosis.view.innodb;

import org.jspecify.annotations.NullMarked;
