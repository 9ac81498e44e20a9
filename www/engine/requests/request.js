// What all kinds of requests have in common. Each kind has a file of its own beside this one, with its types, the code
// that answers it (`run`), when it comes (`PRIORITY`), and when its answer is of no use any more (`isStale`).

/**
 * @import { AnswerReply, AnswerRequest } from './answer.js'
 * @import { AttentionReply, AttentionRequest } from './attention.js'
 * @import { BatchReply, BatchRequest } from './batch.js'
 * @import { ConvolutionReply, ConvolutionRequest } from './convolution.js'
 * @import { CurveReply, CurveRequest } from './curve.js'
 * @import { EvidenceReply, EvidenceRequest } from './evidence.js'
 * @import { ExactnessReply, ExactnessRequest } from './exactness.js'
 * @import { LandscapeReply, LandscapeRequest } from './landscape.js'
 * @import { LiftingReply, LiftingRequest } from './lifting.js'
 * @import { LoadReply, LoadRequest } from './load.js'
 * @import { PartsReply, PartsRequest } from './parts.js'
 * @import { RotationsReply, RotationsRequest } from './rotations.js'
 * @import { TimeReply, TimeRequest } from './time.js'
 * @import { TurnReply, TurnRequest } from './turn.js'
 */

/** @typedef {LoadRequest | AnswerRequest | AttentionRequest | BatchRequest | ConvolutionRequest | CurveRequest | TurnRequest | EvidenceRequest | ExactnessRequest | LandscapeRequest | LiftingRequest | PartsRequest | RotationsRequest | TimeRequest} Request */

/**
 * The reply to each kind.
 *
 * @typedef {object} Replies
 * @property {LoadReply} load
 * @property {AnswerReply} answer
 * @property {AttentionReply} attention
 * @property {BatchReply} batch
 * @property {ConvolutionReply} convolution
 * @property {CurveReply} curve
 * @property {LiftingReply} lifting
 * @property {PartsReply} parts
 * @property {TurnReply} turn
 * @property {EvidenceReply} evidence
 * @property {ExactnessReply} exactness
 * @property {LandscapeReply} landscape
 * @property {RotationsReply} rotations
 * @property {TimeReply} time
 */

/**
 * Instead of any other reply: addresses of networks that are neither here nor came with the request.
 *
 * @typedef {{ missing: string[] }} MissingReply
 */

/** Model files by address. @typedef {Map<string, Uint8Array>} Files */

/**
 * When something is asked, so that one can tell whether the answer is still of use.
 *
 * @typedef {object} Moment
 * @property {number} version  counts every change of what is on the pad or of what is asked about it
 * @property {number} oldest  the version from which on answers still say something of what is shown
 * @property {number} networks  counts every choice of networks
 * @property {boolean} pen  whether somebody draws
 */

/** What can wait until the pad is at rest is of use only while nothing moves. @param {Moment} asked @param {Moment} now */
export function isStale(asked, now) {
  return asked.version !== now.version || now.pen;
}

/** The networks that a request is about. @param {Request} request */
export function urlsOf(request) {
  return 'models' in request ? request.models.map(({ url }) => url) : [request.url];
}
