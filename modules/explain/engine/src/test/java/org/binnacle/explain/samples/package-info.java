/// The sample set: queries on a schema with data, whose plans were recorded on real servers.
@NullMarked
package org.binnacle.explain.samples;

import org.jspecify.annotations.NullMarked;
