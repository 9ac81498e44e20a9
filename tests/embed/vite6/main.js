import 'gsa-net/define.js';
