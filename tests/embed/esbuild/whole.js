import 'gsa-net/standalone.js';
