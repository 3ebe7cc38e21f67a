// `npm pack` and `npm publish` run it first: what is packed is built from what is here now.
import '../demandNode.mjs';
import { build, install } from '../prepare.mjs';

install();
build();
