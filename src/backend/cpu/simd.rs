//! Vectors of numbers for the kernels: AVX-512, AVX2, wasm SIMD, and plain arrays everywhere else (and for f64).
//!
//! A [`Kernel`] is written once over [`Vector`]; [`Scalar::dispatch`] compiles it per instruction set: everything is marked
//! `#[inline(always)]` and so ends up in one function that has the instruction set switched on.

use std::fmt::Debug;

use bytemuck::Pod;

use super::real::Real;

/// A number that kernels compute with: f32 or f64, of which any bytes are one.
pub trait Scalar: Real + Pod {
    /// A magnitude that softmax weights multiplied from three factors must reach to be exact enough: far above the smallest
    /// normal number, so that whatever underflowed beside it does not matter.
    const SAFE_SUM: Self;
    /// Runs a kernel with the vectors of an instruction set.
    fn dispatch<K: Kernel<Self>>(isa: Isa, kernel: K) -> K::Output;
}

/// Work to be done with whichever vectors there are.
pub trait Kernel<T> {
    /// What it returns.
    type Output;
    /// Does the work; `#[inline(always)]`.
    fn run<V: Vector<Scalar = T>>(self) -> Self::Output;
}

impl Scalar for f32 {
    const SAFE_SUM: Self = 1e-24;

    #[inline]
    fn dispatch<K: Kernel<Self>>(isa: Isa, kernel: K) -> K::Output {
        match isa {
            // SAFETY: outside of this crate, which makes it only where it was found, this variant can't be made.
            #[cfg(target_arch = "x86_64")]
            Isa::Avx512 => unsafe { x86::run_avx512(kernel) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Isa::Avx2 => unsafe { x86::run_avx2(kernel) },
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Isa::Simd128 => kernel.run::<Simd128>(),
            #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
            Isa::Portable => kernel.run::<[Self; 4]>(),
        }
    }
}

impl Scalar for f64 {
    const SAFE_SUM: Self = 1e-280;

    #[inline]
    fn dispatch<K: Kernel<Self>>(_: Isa, kernel: K) -> K::Output {
        kernel.run::<[Self; 4]>()
    }
}

/// A fixed number of lanes. Loads and stores need no alignment.
pub trait Vector: Debug + Pod {
    /// Number in each lane.
    type Scalar: Scalar;
    /// Number of lanes.
    const LANES: usize;
    /// How many accumulators stay in registers beside what is multiplied: 20, 10 or 8.
    const ACCUMULATORS: usize;

    /// Whether kernels are also compiled for the usual numbers of group elements, which makes them faster, and the compiler slower.
    const SPECIALISED: bool = true;

    /// The same number in all lanes.
    fn splat(x: Self::Scalar) -> Self;
    /// Reads [`LANES`](Self::LANES) numbers.
    ///
    /// # Safety
    /// `p` is valid for reads of that many numbers.
    unsafe fn load(p: *const Self::Scalar) -> Self;
    /// Writes all lanes.
    ///
    /// # Safety
    /// `p` is valid for writes of [`LANES`](Self::LANES) numbers.
    unsafe fn store(self, p: *mut Self::Scalar);
    /// self + b
    fn add(self, b: Self) -> Self;
    /// self − b
    fn sub(self, b: Self) -> Self;
    /// self · b
    fn mul(self, b: Self) -> Self;
    /// self / b
    fn div(self, b: Self) -> Self;
    /// self · b + c
    fn mul_add(self, b: Self, c: Self) -> Self;
    /// The larger, lane by lane.
    fn max(self, b: Self) -> Self;
    /// e^self, exactly 0 far below the range, NaN for NaN; meant for arguments ≤ 88.
    fn exp(self) -> Self;
    /// 2^self, likewise; meant for arguments ≤ 127. Half the work of [`exp`](Self::exp).
    fn exp2(self) -> Self;

    /// Moved up by `lanes` lanes, fewer than [`LANES`](Self::LANES), and added to two vectors that stand one behind the other.
    #[inline(always)]
    fn add_moved(self, lanes: usize, sums: [Self; 2]) -> [Self; 2] {
        let mut moved = [Self::Scalar::default(); 48];
        assert!(lanes <= Self::LANES && 3 * Self::LANES <= moved.len());
        // SAFETY: the array has room for three vectors.
        unsafe {
            self.store(moved.as_mut_ptr().add(Self::LANES));
            let first = moved.as_ptr().add(Self::LANES - lanes);
            [sums[0].add(Self::load(first)), sums[1].add(Self::load(first.add(Self::LANES)))]
        }
    }

    /// 0 in all lanes.
    #[inline(always)]
    fn zero() -> Self {
        Self::splat(Self::Scalar::default())
    }
    /// The lanes as an array-like: calls `f` with each lane's number.
    #[inline(always)]
    fn for_lanes(self, mut f: impl FnMut(Self::Scalar)) {
        let mut lanes = [Self::Scalar::default(); 16];
        debug_assert!(Self::LANES <= lanes.len());
        // SAFETY: the array has room for all lanes.
        unsafe { self.store(lanes.as_mut_ptr()) };
        for x in &lanes[..Self::LANES] {
            f(*x);
        }
    }
    /// Sum of the lanes.
    #[inline(always)]
    fn sum(self) -> Self::Scalar {
        let mut total = Self::Scalar::default();
        self.for_lanes(|x| total += x);
        total
    }
    /// Whether every lane is at least `bound` (false with a NaN).
    #[inline(always)]
    fn all_at_least(self, bound: Self::Scalar) -> bool {
        let mut all = true;
        self.for_lanes(|x| all &= x >= bound);
        all
    }
    /// The first `n` numbers at `p`, zeros behind.
    ///
    /// # Safety
    /// `p` is valid for reads of `n` numbers.
    #[inline(always)]
    unsafe fn load_first(p: *const Self::Scalar, n: usize) -> Self {
        let mut lanes = [Self::Scalar::default(); 16];
        for (i, lane) in lanes.iter_mut().enumerate().take(n.min(Self::LANES)) {
            // SAFETY: i < n.
            *lane = unsafe { *p.add(i) };
        }
        // SAFETY: the array has room for all lanes.
        unsafe { Self::load(lanes.as_ptr()) }
    }
    /// Writes the first `n` lanes.
    ///
    /// # Safety
    /// `p` is valid for writes of `n` numbers.
    #[inline(always)]
    unsafe fn store_first(self, p: *mut Self::Scalar, n: usize) {
        let mut lanes = [Self::Scalar::default(); 16];
        // SAFETY: the array has room for all lanes.
        unsafe { self.store(lanes.as_mut_ptr()) };
        for (i, lane) in lanes.iter().enumerate().take(n.min(Self::LANES)) {
            // SAFETY: i < n.
            unsafe { *p.add(i) = *lane };
        }
    }
}

/// Plain arrays: f64 for checking, f32 where no instruction set is known.
impl<T: Scalar> Vector for [T; 4] {
    type Scalar = T;
    const LANES: usize = 4;
    const ACCUMULATORS: usize = 10;
    const SPECIALISED: bool = false;
    #[inline(always)]
    fn splat(x: T) -> Self {
        [x; 4]
    }
    #[inline(always)]
    unsafe fn load(p: *const T) -> Self {
        // SAFETY: the caller vouches for 4 readable numbers.
        unsafe { p.cast::<Self>().read_unaligned() }
    }
    #[inline(always)]
    unsafe fn store(self, p: *mut T) {
        // SAFETY: the caller vouches for 4 writable numbers.
        unsafe { p.cast::<Self>().write_unaligned(self) }
    }
    #[inline(always)]
    fn add(self, b: Self) -> Self {
        std::array::from_fn(|i| self[i] + b[i])
    }
    #[inline(always)]
    fn sub(self, b: Self) -> Self {
        std::array::from_fn(|i| self[i] - b[i])
    }
    #[inline(always)]
    fn mul(self, b: Self) -> Self {
        std::array::from_fn(|i| self[i] * b[i])
    }
    #[inline(always)]
    fn div(self, b: Self) -> Self {
        std::array::from_fn(|i| self[i] / b[i])
    }
    #[inline(always)]
    fn mul_add(self, b: Self, c: Self) -> Self {
        // Not the fused operation: without hardware support that is a slow library call.
        std::array::from_fn(|i| self[i] * b[i] + c[i])
    }
    #[inline(always)]
    fn max(self, b: Self) -> Self {
        std::array::from_fn(|i| if self[i] > b[i] { self[i] } else { b[i] })
    }
    #[inline(always)]
    fn exp(self) -> Self {
        self.map(T::exp)
    }
    #[inline(always)]
    fn exp2(self) -> Self {
        self.map(T::exp2)
    }
}

/// e^x = 2^n e^r with |r| ≤ ln 2 / 2; coefficients of e^r = 1 + r + r² p(r) as in the Cephes library.
#[cfg(any(target_arch = "x86_64", target_feature = "simd128"))]
mod exp_f32 {
    pub(super) const LOG2_E: f32 = std::f32::consts::LOG2_E;
    pub(super) const LN_2_HIGH: f32 = 0.693_359_4;
    pub(super) const LN_2_LOW: f32 = -2.121_944_4e-4;
    pub(super) const P: [f32; 6] = [1.987_569_1e-4, 1.398_2e-3, 8.333_452e-3, 4.166_579_6e-2, 1.666_666_5e-1, 0.5];
    /// 2^f = 1 + f p(f) for |f| ≤ ½, to 1e-7: least squares, weighted again and again towards the smallest largest relative error.
    #[expect(clippy::approx_constant, reason = "the best coefficient is not exactly ln 2")]
    const P_2: [f32; 5] = [1.326_472_7e-3, 9.671_513e-3, 5.550_733_7e-2, 2.402_224_2e-1, 6.931_47e-1];
    /// Below these, 2^n is no normal number any more: the result is 0.
    pub(super) const LOWEST: f32 = -87.0;
    pub(super) const LOWEST_2: f32 = -126.0;
    #[cfg(target_arch = "x86_64")]
    pub(super) const HIGHEST_2: f32 = 127.0;
    pub(super) const HIGHEST: f32 = 88.0;

    /// p(r), then 1 + r + r² p(r).
    #[inline(always)]
    pub(super) fn polynomial<V: super::Vector<Scalar = f32>>(r: V) -> V {
        let mut p = V::splat(P[0]);
        for &c in &P[1..] {
            p = p.mul_add(r, V::splat(c));
        }
        p.mul_add(r.mul(r), r.add(V::splat(1.0)))
    }

    /// 2^f
    #[inline(always)]
    pub(super) fn polynomial_2<V: super::Vector<Scalar = f32>>(f: V) -> V {
        let mut p = V::splat(P_2[0]);
        for &c in &P_2[1..] {
            p = p.mul_add(f, V::splat(c));
        }
        p.mul_add(f, V::splat(1.0))
    }

    /// r = x − n ln 2 in two steps, so that no digits are lost.
    #[inline(always)]
    pub(super) fn reduce<V: super::Vector<Scalar = f32>>(x: V, n: V) -> V {
        n.mul_add(V::splat(-LN_2_LOW), n.mul_add(V::splat(-LN_2_HIGH), x))
    }
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::arch::x86_64::*;

    use bytemuck::{Pod, Zeroable};

    use super::{Kernel, Vector, exp_f32};

    /// 8 lanes of f32 with AVX2 and FMA; only to be used where [`Scalar::dispatch`](super::Scalar::dispatch) found both.
    #[derive(Clone, Copy, Debug)]
    #[repr(transparent)]
    pub(super) struct Avx2(__m256);

    /// 16 lanes of f32 with AVX-512F; only to be used where [`Scalar::dispatch`](super::Scalar::dispatch) found it.
    #[derive(Clone, Copy, Debug)]
    #[repr(transparent)]
    pub(super) struct Avx512(__m512);

    // SAFETY: eight lanes of four bytes, of which any are a number.
    unsafe impl Zeroable for Avx2 {}
    // SAFETY: as above.
    unsafe impl Pod for Avx2 {}
    // SAFETY: sixteen lanes of four bytes, of which any are a number.
    unsafe impl Zeroable for Avx512 {}
    // SAFETY: as above.
    unsafe impl Pod for Avx512 {}

    /// # Safety
    /// The processor has AVX2 and FMA.
    #[target_feature(enable = "avx2,fma")]
    pub(super) unsafe fn run_avx2<K: Kernel<f32>>(kernel: K) -> K::Output {
        kernel.run::<Avx2>()
    }

    /// # Safety
    /// The processor has AVX-512F and FMA.
    #[target_feature(enable = "avx512f,fma")]
    pub(super) unsafe fn run_avx512<K: Kernel<f32>>(kernel: K) -> K::Output {
        kernel.run::<Avx512>()
    }

    /// The methods that differ only in the names of the instructions.
    macro_rules! basics {
        ($lanes:literal, $accumulators:literal, $splat:ident $load:ident $store:ident $add:ident $sub:ident $mul:ident $div:ident $fma:ident $max:ident) => {
            type Scalar = f32;
            const LANES: usize = $lanes;
            const ACCUMULATORS: usize = $accumulators;
            #[inline(always)]
            fn splat(x: f32) -> Self {
                // SAFETY: this type is used only where its instructions were found.
                Self(unsafe { $splat(x) })
            }
            #[inline(always)]
            unsafe fn load(p: *const f32) -> Self {
                // SAFETY: instructions as above; the caller vouches for the memory.
                Self(unsafe { $load(p) })
            }
            #[inline(always)]
            unsafe fn store(self, p: *mut f32) {
                // SAFETY: instructions as above; the caller vouches for the memory.
                unsafe { $store(p, self.0) }
            }
            #[inline(always)]
            fn add(self, b: Self) -> Self {
                // SAFETY: as for `splat`.
                Self(unsafe { $add(self.0, b.0) })
            }
            #[inline(always)]
            fn sub(self, b: Self) -> Self {
                // SAFETY: as for `splat`.
                Self(unsafe { $sub(self.0, b.0) })
            }
            #[inline(always)]
            fn mul(self, b: Self) -> Self {
                // SAFETY: as for `splat`.
                Self(unsafe { $mul(self.0, b.0) })
            }
            #[inline(always)]
            fn div(self, b: Self) -> Self {
                // SAFETY: as for `splat`.
                Self(unsafe { $div(self.0, b.0) })
            }
            #[inline(always)]
            fn mul_add(self, b: Self, c: Self) -> Self {
                // SAFETY: as for `splat`.
                Self(unsafe { $fma(self.0, b.0, c.0) })
            }
            #[inline(always)]
            fn max(self, b: Self) -> Self {
                // SAFETY: as for `splat`.
                Self(unsafe { $max(self.0, b.0) })
            }
        };
    }

    /// Lane numbers, to be moved: 16 lanes that are moved by n read 16 − n and on.
    static LANES: [i32; 32] = {
        let mut lanes = [0; 32];
        let mut i = 0;
        while i < 32 {
            lanes[i] = i as i32 % 16;
            i += 1;
        }
        lanes
    };

    impl Vector for Avx2 {
        basics!(8, 10, _mm256_set1_ps _mm256_loadu_ps _mm256_storeu_ps _mm256_add_ps _mm256_sub_ps _mm256_mul_ps _mm256_div_ps _mm256_fmadd_ps _mm256_max_ps);

        #[inline(always)]
        fn exp(self) -> Self {
            // SAFETY: as for `splat`.
            unsafe {
                // The second operand is what comes back where one is NaN.
                let x = _mm256_min_ps(_mm256_set1_ps(exp_f32::HIGHEST), self.0);
                let n = _mm256_round_ps::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(_mm256_mul_ps(
                    x,
                    _mm256_set1_ps(exp_f32::LOG2_E),
                ));
                let e = exp_f32::polynomial(exp_f32::reduce(Self(x), Self(n)));
                let bits = _mm256_slli_epi32::<23>(_mm256_add_epi32(_mm256_cvtps_epi32(n), _mm256_set1_epi32(127)));
                // "Not below", so that NaN stays.
                let in_range = _mm256_cmp_ps::<_CMP_NLT_UQ>(self.0, _mm256_set1_ps(exp_f32::LOWEST));
                Self(_mm256_and_ps(in_range, _mm256_mul_ps(e.0, _mm256_castsi256_ps(bits))))
            }
        }

        #[inline(always)]
        fn add_moved(self, lanes: usize, sums: [Self; 2]) -> [Self; 2] {
            assert!(lanes <= 8);
            // SAFETY: as for `splat`; 16 − lanes + 8 ≤ 32.
            unsafe {
                // The instruction uses the three lowest bits of an index.
                let from = _mm256_loadu_si256(LANES.as_ptr().add(16 - lanes).cast());
                let turned = _mm256_permutevar8x32_ps(self.0, from);
                let own = _mm256_loadu_si256(LANES.as_ptr().cast());
                let behind = _mm256_castsi256_ps(_mm256_cmpgt_epi32(_mm256_set1_epi32(lanes as i32), own));
                [
                    Self(_mm256_add_ps(sums[0].0, _mm256_andnot_ps(behind, turned))),
                    Self(_mm256_add_ps(sums[1].0, _mm256_and_ps(behind, turned))),
                ]
            }
        }

        #[inline(always)]
        fn exp2(self) -> Self {
            // SAFETY: as for `splat`.
            unsafe {
                let x = _mm256_min_ps(_mm256_set1_ps(exp_f32::HIGHEST_2), self.0);
                let n = _mm256_round_ps::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(x);
                let e = exp_f32::polynomial_2(Self(_mm256_sub_ps(x, n)));
                let bits = _mm256_slli_epi32::<23>(_mm256_add_epi32(_mm256_cvtps_epi32(n), _mm256_set1_epi32(127)));
                let in_range = _mm256_cmp_ps::<_CMP_NLT_UQ>(self.0, _mm256_set1_ps(exp_f32::LOWEST_2));
                Self(_mm256_and_ps(in_range, _mm256_mul_ps(e.0, _mm256_castsi256_ps(bits))))
            }
        }
    }

    impl Vector for Avx512 {
        basics!(16, 20, _mm512_set1_ps _mm512_loadu_ps _mm512_storeu_ps _mm512_add_ps _mm512_sub_ps _mm512_mul_ps _mm512_div_ps _mm512_fmadd_ps _mm512_max_ps);

        #[inline(always)]
        fn exp(self) -> Self {
            // SAFETY: as for `splat`.
            unsafe {
                let n = _mm512_roundscale_ps::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(_mm512_mul_ps(
                    self.0,
                    _mm512_set1_ps(exp_f32::LOG2_E),
                ));
                let e = exp_f32::polynomial(exp_f32::reduce(self, Self(n)));
                let in_range = _mm512_cmp_ps_mask::<_CMP_NLT_UQ>(self.0, _mm512_set1_ps(exp_f32::LOWEST));
                Self(_mm512_maskz_scalef_ps(in_range, e.0, n))
            }
        }

        #[inline(always)]
        fn add_moved(self, lanes: usize, sums: [Self; 2]) -> [Self; 2] {
            assert!(lanes <= 16);
            // SAFETY: as for `splat`; 16 − lanes + 16 ≤ 32.
            unsafe {
                let from = _mm512_loadu_si512(LANES.as_ptr().add(16 - lanes).cast());
                let turned = _mm512_permutexvar_ps(from, self.0);
                let behind = ((1u32 << lanes) - 1) as __mmask16;
                [
                    Self(_mm512_mask_add_ps(sums[0].0, !behind, sums[0].0, turned)),
                    Self(_mm512_mask_add_ps(sums[1].0, behind, sums[1].0, turned)),
                ]
            }
        }

        #[inline(always)]
        fn exp2(self) -> Self {
            // SAFETY: as for `splat`.
            unsafe {
                let n = _mm512_roundscale_ps::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(self.0);
                let e = exp_f32::polynomial_2(Self(_mm512_sub_ps(self.0, n)));
                let in_range = _mm512_cmp_ps_mask::<_CMP_NLT_UQ>(self.0, _mm512_set1_ps(exp_f32::LOWEST_2));
                Self(_mm512_maskz_scalef_ps(in_range, e.0, n))
            }
        }
    }
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
use wasm::Simd128;

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wasm {
    use std::arch::wasm32::*;

    use bytemuck::{Pod, Zeroable};

    use super::{Vector, exp_f32};

    /// 4 lanes of f32 with wasm's SIMD.
    #[derive(Clone, Copy, Debug)]
    #[repr(transparent)]
    pub(super) struct Simd128(v128);

    // SAFETY: four lanes of four bytes, of which any are a number.
    unsafe impl Zeroable for Simd128 {}
    // SAFETY: as above.
    unsafe impl Pod for Simd128 {}

    impl Vector for Simd128 {
        type Scalar = f32;
        const LANES: usize = 4;
        // Of sixteen registers, browsers keep some for what they load ahead.
        const ACCUMULATORS: usize = 8;
        #[inline(always)]
        fn splat(x: f32) -> Self {
            Self(f32x4_splat(x))
        }
        #[inline(always)]
        unsafe fn load(p: *const f32) -> Self {
            // SAFETY: the caller vouches for 4 readable numbers.
            Self(unsafe { v128_load(p.cast()) })
        }
        #[inline(always)]
        unsafe fn store(self, p: *mut f32) {
            // SAFETY: the caller vouches for 4 writable numbers.
            unsafe { v128_store(p.cast(), self.0) }
        }
        #[inline(always)]
        fn add(self, b: Self) -> Self {
            Self(f32x4_add(self.0, b.0))
        }
        #[inline(always)]
        fn sub(self, b: Self) -> Self {
            Self(f32x4_sub(self.0, b.0))
        }
        #[inline(always)]
        fn mul(self, b: Self) -> Self {
            Self(f32x4_mul(self.0, b.0))
        }
        #[inline(always)]
        fn div(self, b: Self) -> Self {
            Self(f32x4_div(self.0, b.0))
        }
        #[inline(always)]
        fn mul_add(self, b: Self, c: Self) -> Self {
            // Rounded once or twice, as the machine does it faster.
            #[cfg(target_feature = "relaxed-simd")]
            return Self(f32x4_relaxed_madd(self.0, b.0, c.0));
            #[cfg(not(target_feature = "relaxed-simd"))]
            Self(f32x4_add(f32x4_mul(self.0, b.0), c.0))
        }
        #[inline(always)]
        fn max(self, b: Self) -> Self {
            Self(f32x4_pmax(self.0, b.0))
        }
        #[inline(always)]
        fn exp(self) -> Self {
            let x = f32x4_pmin(self.0, f32x4_splat(exp_f32::HIGHEST));
            let n = f32x4_nearest(f32x4_mul(x, f32x4_splat(exp_f32::LOG2_E)));
            let e = exp_f32::polynomial(exp_f32::reduce(Self(x), Self(n)));
            let bits = i32x4_shl(i32x4_add(i32x4_trunc_sat_f32x4(n), i32x4_splat(127)), 23);
            // Whatever is below the range becomes 0; NaN is not below and stays.
            let below = f32x4_lt(self.0, f32x4_splat(exp_f32::LOWEST));
            Self(v128_andnot(f32x4_mul(e.0, bits), below))
        }
        #[inline(always)]
        fn exp2(self) -> Self {
            // Added to 1.5 · 2^23, x is rounded to a whole number, which stands in the lowest bits: nothing is to be converted.
            let shifted = f32x4_add(self.0, f32x4_splat(12_582_912.0));
            let n = f32x4_sub(shifted, f32x4_splat(12_582_912.0));
            let e = exp_f32::polynomial_2(Self(f32x4_sub(self.0, n)));
            let power = i32x4_add(e.0, i32x4_shl(shifted, 23));
            let below = f32x4_lt(self.0, f32x4_splat(exp_f32::LOWEST_2));
            Self(v128_andnot(power, below))
        }
    }
}

/// Which instruction set the kernels of f32 run with. Those that not every machine has can only be obtained from
/// [`Isa::available`] or [`Isa::best`], so that every value stands for instructions that this machine has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Isa {
    /// 16 lanes.
    #[cfg(target_arch = "x86_64")]
    #[non_exhaustive]
    Avx512,
    /// 8 lanes.
    #[cfg(target_arch = "x86_64")]
    #[non_exhaustive]
    Avx2,
    /// 4 lanes.
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    Simd128,
    /// Plain arrays. Left out where SIMD is certain, since a page would load it for nothing.
    #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
    Portable,
}

impl Isa {
    /// All that this machine can run, the fastest first.
    pub fn available() -> Vec<Self> {
        vec![
            #[cfg(target_arch = "x86_64")]
            Self::Avx512,
            #[cfg(target_arch = "x86_64")]
            Self::Avx2,
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Self::Simd128,
            #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
            Self::Portable,
        ]
        .into_iter()
        .filter(|isa| isa.is_supported())
        .collect()
    }

    /// The fastest that this machine can run.
    pub fn best() -> Self {
        Self::available()[0]
    }

    fn is_supported(self) -> bool {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Avx512 => std::is_x86_feature_detected!("avx512f") && std::is_x86_feature_detected!("fma"),
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 => std::is_x86_feature_detected!("avx2") && std::is_x86_feature_detected!("fma"),
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Self::Simd128 => true,
            #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
            Self::Portable => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_add_moved<V: Vector<Scalar = f32>>() {
        let numbers: Vec<f32> = (1..=V::LANES).map(|i| i as f32).collect();
        // SAFETY: there are as many numbers as lanes.
        let x = unsafe { V::load(numbers.as_ptr()) };
        for lanes in 0..V::LANES {
            let sums = x.add_moved(lanes, [V::splat(100.0), V::splat(200.0)]);
            let mut found = vec![];
            for sum in sums {
                sum.for_lanes(|x| found.push(x));
            }
            let mut expected = [vec![100.0; V::LANES], vec![200.0; V::LANES]].concat();
            for (i, x) in numbers.iter().enumerate() {
                expected[lanes + i] += x;
            }
            assert_eq!(found, expected, "moved by {lanes}");
        }
    }

    /// Rounding of the result and of five or six steps of the polynomial.
    const EXPONENTIAL: f64 = 3e-7;

    /// The largest relative error of a function of f32, lane by lane, and where it is; NaN if there is one (`max` would drop it).
    fn worst_error<V: Vector<Scalar = f32>>(
        arguments: std::ops::RangeInclusive<i32>,
        function: impl Fn(V) -> V,
        exact: impl Fn(f64) -> f64,
    ) -> (f64, f32) {
        let mut worst = (0f64, f32::NAN);
        for i in arguments {
            let x = i as f32 * 1e-3;
            let expected = exact(f64::from(x));
            function(V::splat(x)).for_lanes(|y| {
                let error = (f64::from(y) - expected).abs() / expected;
                if error > worst.0 || error.is_nan() {
                    worst = (error, x);
                }
            });
        }
        worst
    }

    fn check_exp2<V: Vector<Scalar = f32>>() {
        let (error, at) = worst_error(-125_900..=126_000, V::exp2, f64::exp2);
        assert!(error < EXPONENTIAL, "relative error {error:e} at 2^{at}");
        for (x, expected) in [(0.0, 1.0), (-200.0, 0.0), (-1e30, 0.0), (f32::NEG_INFINITY, 0.0)] {
            V::splat(x).exp2().for_lanes(|y| assert_eq!(y, expected, "2^{x}"));
        }
        V::splat(f32::NAN).exp2().for_lanes(|y| assert!(y.is_nan()));
    }

    fn check_exp<V: Vector<Scalar = f32>>() {
        let (error, at) = worst_error(-86_000..=80_000, V::exp, f64::exp);
        assert!(error < EXPONENTIAL, "relative error {error:e} at e^{at}");
        V::splat(-1e30).exp().for_lanes(|y| assert_eq!(y, 0.0));
        V::splat(f32::NEG_INFINITY).exp().for_lanes(|y| assert_eq!(y, 0.0));
        V::splat(f32::NAN).exp().for_lanes(|y| assert!(y.is_nan()));
        V::splat(0.0).exp().for_lanes(|y| assert_eq!(y, 1.0));
    }

    #[cfg(target_arch = "x86_64")]
    use super::x86::{Avx2, Avx512};

    fn check<V: Vector<Scalar = f32>>() {
        check_exp::<V>();
        check_exp2::<V>();
        check_add_moved::<V>();
    }

    #[test]
    fn a_nan_or_one_wrong_value_is_noticed() {
        // At 2.0 alone, in the middle of what is looked at.
        let with = |wrong: f32| move |x: [f32; 4]| x.map(|x| if x == 2.0 { wrong } else { x.exp() });
        let error = |wrong: f32| worst_error(0..=5_000, with(wrong), f64::exp);
        assert!(error(2f32.exp()).0 < EXPONENTIAL);
        for wrong in [f32::NAN, f32::INFINITY, 2f32.exp() * 1.000_001] {
            let (error, at) = error(wrong);
            assert!((error.is_nan() || error >= EXPONENTIAL) && at == 2.0, "{wrong}: {error} at {at}");
        }
    }

    #[test]
    fn every_instruction_set_is_accurate() {
        let isas = Isa::available();
        assert!(!isas.is_empty());
        for isa in isas {
            match isa {
                #[cfg(target_arch = "x86_64")]
                Isa::Avx512 => check::<Avx512>(),
                #[cfg(target_arch = "x86_64")]
                Isa::Avx2 => check::<Avx2>(),
                #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
                Isa::Simd128 => check::<Simd128>(),
                #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
                Isa::Portable => check::<[f32; 4]>(),
            }
        }
    }
}
