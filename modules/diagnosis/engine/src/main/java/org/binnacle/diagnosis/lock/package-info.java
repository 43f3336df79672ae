/// Who waits for whom: row locks and metadata locks of InnoDB servers in one blocking tree.
@NullMarked
package org.binnacle.diagnosis.lock;

import org.jspecify.annotations.NullMarked;
