var Ve=Object.defineProperty;var qe=(r,e,t)=>()=>{if(t)throw t[0];try{return r&&(e=r(r=0)),e}catch(n){throw t=[n],n}};var E=(r,e)=>{for(var t in e)Ve(r,t,{get:e[t],enumerable:!0})};var Ue={};E(Ue,{GpuModel:()=>k,Model:()=>V,default:()=>Gt,initSync:()=>Rt,prepareImage:()=>ct,preparePixels:()=>at,prepareStrokes:()=>ut,
start:()=>ft,version:()=>bt});function ct(r){let e=_.prepareImage(r);if(e[2])throw f(e[1]);return f(e[0])}function at(r,e,t){
let n=_.preparePixels(r,e,t);if(n[2])throw f(n[1]);return f(n[0])}function ut(r,e){let t=_.prepareStrokes(r,e);if(t[2])throw f(
t[1]);return f(t[0])}function ft(){_.start()}function bt(){let r,e;try{let t=_.version();return r=t[0],e=t[1],d(t[0],t[1])}finally{
_.__wbindgen_free(r,e,1)}}function We(){return{__proto__:null,"./gsa_net_bg.js":{__proto__:null,__wbg_Error_208446807d0d1e30:function(e,t){
return Error(d(e,t))},__wbg_Window_41838cbcc08822b5:function(e){return e.Window},__wbg_WorkerGlobalScope_448e3830f27a30fd:function(e){
return e.WorkerGlobalScope},__wbg___wbindgen_debug_string_f249a2a76caa9a55:function(e,t){let n=Ie(t),o=B(n,_.__wbindgen_malloc,
_.__wbindgen_realloc),s=A;w().setInt32((e>>>0)+4,s,!0),w().setInt32((e>>>0)+0,o,!0)},__wbg___wbindgen_is_function_741ff2bb612836f5:function(e){
return typeof e=="function"},__wbg___wbindgen_is_null_c22311b1cc228e3a:function(e){return e===null},__wbg___wbindgen_is_string_fc456fee5d3317de:function(e){
return typeof e=="string"},__wbg___wbindgen_is_undefined_be5b34249ff1fc15:function(e){return e===void 0},__wbg___wbindgen_number_get_934b640d0889af78:function(e,t){
let n=t,o=typeof n=="number"?n:void 0;w().setFloat64((e>>>0)+8,v(o)?0:o,!0),w().setInt32((e>>>0)+0,!v(o),!0)},__wbg___wbindgen_string_get_7ce8eee7fd327545:function(e,t){
let n=t,o=typeof n=="string"?n:void 0;var s=v(o)?0:B(o,_.__wbindgen_malloc,_.__wbindgen_realloc),i=A;w().setInt32((e>>>0)+
4,i,!0),w().setInt32((e>>>0)+0,s,!0)},__wbg___wbindgen_throw_4c88d8bf264fd984:function(e,t){throw new Error(d(e,t))},__wbg___wbindgen_typeof_ee4990276e02f607:function(e){
return typeof e},__wbg__wbg_cb_unref_09736879a3f67559:function(e){e._wbg_cb_unref()},__wbg_beginComputePass_b3bb1a69e6a70bde:function(e,t){
return e.beginComputePass(t)},__wbg_call_a410eb4b59ed5965:function(){return l(function(e,t,n){return e.call(t,n)},arguments)},
__wbg_configure_2f4cbe7746e5aa81:function(){return l(function(e,t){e.configure(t)},arguments)},__wbg_copyBufferToBuffer_2c8a5726f948b97e:function(){
return l(function(e,t,n,o,s,i){e.copyBufferToBuffer(t,n,o,s,i)},arguments)},__wbg_copyBufferToBuffer_d8141ff7d5df2685:function(){
return l(function(e,t,n,o,s){e.copyBufferToBuffer(t,n,o,s)},arguments)},__wbg_createBindGroupLayout_03a20e72b41b406e:function(){
return l(function(e,t){return e.createBindGroupLayout(t)},arguments)},__wbg_createBindGroup_ec4dc4d9e46e1104:function(e,t){
return e.createBindGroup(t)},__wbg_createBuffer_baa81dab839b6c5c:function(){return l(function(e,t){return e.createBuffer(
t)},arguments)},__wbg_createCommandEncoder_a5136f45baaba888:function(e,t){return e.createCommandEncoder(t)},__wbg_createComputePipeline_6a05383609fddac6:function(e,t){
return e.createComputePipeline(t)},__wbg_createPipelineLayout_a955ff1e35a63634:function(e,t){return e.createPipelineLayout(
t)},__wbg_createQuerySet_b68dbafb01930a3a:function(){return l(function(e,t){return e.createQuerySet(t)},arguments)},__wbg_createShaderModule_f540847678b68e08:function(e,t){
return e.createShaderModule(t)},__wbg_description_359d32310adf317e:function(e,t){let n=t.description,o=B(n,_.__wbindgen_malloc,
_.__wbindgen_realloc),s=A;w().setInt32((e>>>0)+4,s,!0),w().setInt32((e>>>0)+0,o,!0)},__wbg_destroy_26d79d79095717e3:function(e){
e.destroy()},__wbg_destroy_6e289142e39fe18b:function(e){e.destroy()},__wbg_destroy_7a2b29c47a7b3ab4:function(e){e.destroy()},
__wbg_dispatchWorkgroups_74a6ec8812ef9f3b:function(e,t,n,o){e.dispatchWorkgroups(t>>>0,n>>>0,o>>>0)},__wbg_end_23ba48463344fbc0:function(e){
e.end()},__wbg_error_2fa67a9496f77475:function(e){return e.error},__wbg_error_757e9472f8410341:function(e,t){let n,o;try{
n=e,o=t,console.error(d(e,t))}finally{_.__wbindgen_free(n,o,1)}},__wbg_features_b650c8412d082ef1:function(e){return e.features},
__wbg_finish_49529a046631ad9a:function(e){return e.finish()},__wbg_finish_678df663961386ff:function(e,t){return e.finish(
t)},__wbg_getBindGroupLayout_eef82f7f1e8b2d6a:function(e,t){return e.getBindGroupLayout(t>>>0)},__wbg_getContext_1938edb9a972f63d:function(){
return l(function(e,t,n){let o=e.getContext(d(t,n));return v(o)?0:I(o)},arguments)},__wbg_getMappedRange_fd3092e276caa831:function(){
return l(function(e,t,n){return e.getMappedRange(t,n)},arguments)},__wbg_get_2080c49015e35254:function(){return l(function(e,t){
return Reflect.get(e,t)},arguments)},__wbg_get_bb8b6b35041e00c9:function(){return l(function(e,t){return Reflect.get(e,t>>>
0)},arguments)},__wbg_get_d7176cfb76d71114:function(e,t){return e[t>>>0]},__wbg_gpu_aa311a9494720027:function(e){return e.
gpu},__wbg_gpumodel_new:function(e){return k.__wrap(e)},__wbg_has_47b8eb16db92789a:function(e,t,n){return e.has(d(t,n))},
__wbg_info_84c3d8389e807255:function(e){return e.info},__wbg_instanceof_ArrayBuffer_12cdaa4161423e6b:function(e){let t;try{
t=e instanceof ArrayBuffer}catch{t=!1}return t},__wbg_instanceof_GpuOutOfMemoryError_72d4f143d9ec20cb:function(e){let t;
try{t=e instanceof GPUOutOfMemoryError}catch{t=!1}return t},__wbg_instanceof_GpuValidationError_cdb716bc3a7ed585:function(e){
let t;try{t=e instanceof GPUValidationError}catch{t=!1}return t},__wbg_instanceof_Object_97e16a01fd368661:function(e){let t;
try{t=e instanceof Object}catch{t=!1}return t},__wbg_isArray_bcf1376d0d732d08:function(e){return Array.isArray(e)},__wbg_isFallbackAdapter_b70ad418e985d5d4:function(e){
return e.isFallbackAdapter},__wbg_isView_7c4f5a7c257b3a84:function(e){return ArrayBuffer.isView(e)},__wbg_keys_105f5c0857898f84:function(e){
return Object.keys(e)},__wbg_label_b4e9fa173fb30ad5:function(e,t){let n=t.label,o=B(n,_.__wbindgen_malloc,_.__wbindgen_realloc),
s=A;w().setInt32((e>>>0)+4,s,!0),w().setInt32((e>>>0)+0,o,!0)},__wbg_length_186163212ffe79c3:function(e){return e.length},
__wbg_length_6e9d2869242cabf3:function(e){return e.length},__wbg_length_b03a0fabb109b1e9:function(e){return e.length},__wbg_limits_06ac8ea738a0d93e:function(e){
return e.limits},__wbg_lost_b5bea941ce66b09b:function(e){return e.lost},__wbg_mapAsync_84aeaa5780c9b8c7:function(e,t,n,o){
return e.mapAsync(t>>>0,n,o)},__wbg_maxBindGroupsPlusVertexBuffers_5a483d2af94e57bc:function(e){return e.maxBindGroupsPlusVertexBuffers},
__wbg_maxBindGroups_8280e3693e832071:function(e){return e.maxBindGroups},__wbg_maxBindingsPerBindGroup_872ae44e536b19a5:function(e){
return e.maxBindingsPerBindGroup},__wbg_maxBufferSize_9dae4d9428e42f10:function(e){return e.maxBufferSize},__wbg_maxColorAttachmentBytesPerSample_12d8884108587e97:function(e){
return e.maxColorAttachmentBytesPerSample},__wbg_maxColorAttachments_deb9217288cb10c6:function(e){return e.maxColorAttachments},
__wbg_maxComputeInvocationsPerWorkgroup_c4b13a829ed0b259:function(e){return e.maxComputeInvocationsPerWorkgroup},__wbg_maxComputeWorkgroupSizeX_91c35c8e026d4b2e:function(e){
return e.maxComputeWorkgroupSizeX},__wbg_maxComputeWorkgroupSizeY_961e4fb0ccb8e424:function(e){return e.maxComputeWorkgroupSizeY},
__wbg_maxComputeWorkgroupSizeZ_62c453c3b2746fe1:function(e){return e.maxComputeWorkgroupSizeZ},__wbg_maxComputeWorkgroupStorageSize_dcf9113c2281aa6c:function(e){
return e.maxComputeWorkgroupStorageSize},__wbg_maxComputeWorkgroupsPerDimension_c8e2df553b22565e:function(e){return e.maxComputeWorkgroupsPerDimension},
__wbg_maxDynamicStorageBuffersPerPipelineLayout_43810e253385b7f5:function(e){return e.maxDynamicStorageBuffersPerPipelineLayout},
__wbg_maxDynamicUniformBuffersPerPipelineLayout_e160bf315957a3a1:function(e){return e.maxDynamicUniformBuffersPerPipelineLayout},
__wbg_maxInterStageShaderVariables_62a6f8974aa80170:function(e){return e.maxInterStageShaderVariables},__wbg_maxSampledTexturesPerShaderStage_45931d0d0e425368:function(e){
return e.maxSampledTexturesPerShaderStage},__wbg_maxSamplersPerShaderStage_fd87b1b55a1bce03:function(e){return e.maxSamplersPerShaderStage},
__wbg_maxStorageBufferBindingSize_bec702c6fccfd8d5:function(e){return e.maxStorageBufferBindingSize},__wbg_maxStorageBuffersPerShaderStage_36af4d1cf6b73e49:function(e){
return e.maxStorageBuffersPerShaderStage},__wbg_maxStorageTexturesPerShaderStage_bf0523882733deac:function(e){return e.maxStorageTexturesPerShaderStage},
__wbg_maxTextureArrayLayers_7c675fa8f48e7e97:function(e){return e.maxTextureArrayLayers},__wbg_maxTextureDimension1D_bb69683afe97bf80:function(e){
return e.maxTextureDimension1D},__wbg_maxTextureDimension2D_cee54c433bf3b9c1:function(e){return e.maxTextureDimension2D},
__wbg_maxTextureDimension3D_ae26b58b1450c99a:function(e){return e.maxTextureDimension3D},__wbg_maxUniformBufferBindingSize_00f780f64f0dd7c4:function(e){
return e.maxUniformBufferBindingSize},__wbg_maxUniformBuffersPerShaderStage_2c2054e9d96df7ad:function(e){return e.maxUniformBuffersPerShaderStage},
__wbg_maxVertexAttributes_425aa710b80da882:function(e){return e.maxVertexAttributes},__wbg_maxVertexBufferArrayStride_8f0c56e46eba7c97:function(e){
return e.maxVertexBufferArrayStride},__wbg_maxVertexBuffers_473f2615aa5963dd:function(e){return e.maxVertexBuffers},__wbg_message_0c79c7c15b1865af:function(e,t){
let n=t.message,o=B(n,_.__wbindgen_malloc,_.__wbindgen_realloc),s=A;w().setInt32((e>>>0)+4,s,!0),w().setInt32((e>>>0)+0,
o,!0)},__wbg_message_bb4d389df9355dd2:function(e,t){let n=t.message,o=B(n,_.__wbindgen_malloc,_.__wbindgen_realloc),s=A;
w().setInt32((e>>>0)+4,s,!0),w().setInt32((e>>>0)+0,o,!0)},__wbg_minStorageBufferOffsetAlignment_f9ce2fe03a21a2e4:function(e){
return e.minStorageBufferOffsetAlignment},__wbg_minUniformBufferOffsetAlignment_bca4b75f696bbf11:function(e){return e.minUniformBufferOffsetAlignment},
__wbg_navigator_9641ab32fa612dd1:function(e){return e.navigator},__wbg_navigator_c17f443a6fe5d38d:function(e){return e.navigator},
__wbg_new_2bfd0f45e60518b1:function(){return l(function(e,t){return new OffscreenCanvas(e>>>0,t>>>0)},arguments)},__wbg_new_37eb45aaf5eeb820:function(){
return new Array},__wbg_new_79ee7cc4df94af6a:function(){return l(function(e){return new Float32Array(e)},arguments)},__wbg_new_bb74001155cb8ca8:function(){
return new Error},__wbg_new_cd4348290afae586:function(){return new Object},__wbg_new_e3150b87005680ca:function(){return l(
function(e){return new Uint8Array(e)},arguments)},__wbg_new_from_slice_355c10c5d8f2addb:function(e,t){return new Float32Array(
Ce(e,t))},__wbg_new_typed_6b60b99917da27d6:function(){return new Object},__wbg_new_typed_e09da9dae6ee5935:function(e,t){
try{var n={a:e,b:t},o=(i,c)=>{let a=n.a;n.a=0;try{return ht(a,n.b,i,c)}finally{n.a=a}};return new Promise(o)}finally{n.a=
0}},__wbg_new_with_byte_offset_and_length_3cd32055a417f095:function(e,t,n){return new Uint8Array(e,t>>>0,n>>>0)},__wbg_onSubmittedWorkDone_f62945abb48d8a84:function(e){
return e.onSubmittedWorkDone()},__wbg_parse_c3f72b5a24f83c01:function(){return l(function(e,t){return JSON.parse(d(e,t))},
arguments)},__wbg_popErrorScope_cc6d6ccf22baf4b0:function(e){return e.popErrorScope()},__wbg_prototypesetcall_13162965d1fe7aa3:function(e,t,n){
Uint8Array.prototype.set.call(ne(e,t),n)},__wbg_prototypesetcall_22b1bb88c4ec5c5a:function(e,t,n){Float32Array.prototype.
set.call(Ce(e,t),n)},__wbg_pushErrorScope_efdacf97dcba3b94:function(e,t){e.pushErrorScope(At[t])},__wbg_push_c9f4893fc209f768:function(e,t){
return e.push(t)},__wbg_queueMicrotask_1e8503a8a690f0a3:function(e){return e.queueMicrotask},__wbg_queueMicrotask_4a1a4d8dd332373b:function(e){
queueMicrotask(e)},__wbg_queue_41b76331de876d9d:function(e){return e.queue},__wbg_reason_9ebfbaed7b40f058:function(e){let t=e.
reason;return(St.indexOf(t)+1||3)-1},__wbg_requestAdapter_b725cba92e32c4ce:function(e,t){return e.requestAdapter(t)},__wbg_requestDevice_45bc1149c3b98eaf:function(e,t){
return e.requestDevice(t)},__wbg_resolveQuerySet_3eb16017fd6ef873:function(e,t,n,o,s,i){e.resolveQuerySet(t,n>>>0,o>>>0,
s,i>>>0)},__wbg_resolve_dbf78ab4942478b0:function(e){return Promise.resolve(e)},__wbg_setBindGroup_09aa10258bd4dc11:function(e,t,n){
e.setBindGroup(t>>>0,n)},__wbg_setBindGroup_0e4a7b8b254673b9:function(){return l(function(e,t,n,o,s,i,c){e.setBindGroup(
t>>>0,n,Pt(o,s),i,c>>>0)},arguments)},__wbg_setPipeline_1368374122476dc8:function(e,t){e.setPipeline(t)},__wbg_set_118fefd528ab0a79:function(e,t,n){
e.set(t,n>>>0)},__wbg_set_2793479888329cb6:function(){return l(function(e,t,n){return Reflect.set(e,t,n)},arguments)},__wbg_set_access_46b3e62b6a30d608:function(e,t){
e.access=Mt[t]},__wbg_set_beginning_of_pass_write_index_bda54c444871cf36:function(e,t){e.beginningOfPassWriteIndex=t>>>0},
__wbg_set_bind_group_layouts_78efad321b8db306:function(e,t,n){e.bindGroupLayouts=G(t,n)},__wbg_set_binding_49121810d92bb656:function(e,t){
e.binding=t>>>0},__wbg_set_binding_921af47b178839b7:function(e,t){e.binding=t>>>0},__wbg_set_buffer_e254d16772ccdf1f:function(e,t){
e.buffer=t},__wbg_set_buffer_f0412de54dad59a0:function(e,t){e.buffer=t},__wbg_set_code_71b4a924b594417d:function(e,t,n){
e.code=d(t,n)},__wbg_set_compute_6328b3ac805fa957:function(e,t){e.compute=t},__wbg_set_count_c31ce44133f5b28b:function(e,t){
e.count=t>>>0},__wbg_set_d2d33b52458e984a:function(e,t,n){e[t>>>0]=n},__wbg_set_device_2b7e0e4f69784351:function(e,t){e.
device=t},__wbg_set_e4b9a833d288759a:function(e,t,n){e[t]=n},__wbg_set_end_of_pass_write_index_4b0931cfb0c1f44c:function(e,t){
e.endOfPassWriteIndex=t>>>0},__wbg_set_entries_02ae66da25c9ddae:function(e,t,n){e.entries=G(t,n)},__wbg_set_entries_8036374af27741dc:function(e,t,n){
e.entries=G(t,n)},__wbg_set_entry_point_79bb4d8fb01c97ec:function(e,t,n){e.entryPoint=d(t,n)},__wbg_set_external_texture_34c43368e77cc844:function(e,t){
e.externalTexture=t},__wbg_set_format_c1603ca98ab9cb13:function(e,t){e.format=Oe[t]},__wbg_set_format_df8baca64e04f5ef:function(e,t){
e.format=Oe[t]},__wbg_set_has_dynamic_offset_0086bc7faede16d1:function(e,t){e.hasDynamicOffset=t!==0},__wbg_set_label_0b78f43973577425:function(e,t,n){
e.label=d(t,n)},__wbg_set_label_1d7c053bc726e08f:function(e,t,n){e.label=d(t,n)},__wbg_set_label_1e431973068c0ea4:function(e,t,n){
e.label=d(t,n)},__wbg_set_label_2d3e4456ff9a120a:function(e,t,n){e.label=d(t,n)},__wbg_set_label_89172d31c03b3375:function(e,t,n){
e.label=d(t,n)},__wbg_set_label_a71d5f5c41bed969:function(e,t,n){e.label=d(t,n)},__wbg_set_label_d133ac18919ae10f:function(e,t,n){
e.label=d(t,n)},__wbg_set_label_dcaa5d479cbb5311:function(e,t,n){e.label=d(t,n)},__wbg_set_label_e9f1af9890ad68b6:function(e,t,n){
e.label=d(t,n)},__wbg_set_label_ef8bfd8864e594a4:function(e,t,n){e.label=d(t,n)},__wbg_set_label_f9171cd5c971dbf2:function(e,t,n){
e.label=d(t,n)},__wbg_set_layout_6b757fab7265d0f7:function(e,t){e.layout=t},__wbg_set_layout_bfddc4788acb0736:function(e,t){
e.layout=t},__wbg_set_layout_gpu_auto_layout_mode_89827b74212f80b4:function(e,t){e.layout=yt[t]},__wbg_set_mapped_at_creation_a4cd55019116b792:function(e,t){
e.mappedAtCreation=t!==0},__wbg_set_min_binding_size_f64_2458ad9bffad7ea7:function(e,t){e.minBindingSize=t},__wbg_set_module_bffb3e27ccc03d8d:function(e,t){
e.module=t},__wbg_set_multisampled_d385dcc24cbcdac9:function(e,t){e.multisampled=t!==0},__wbg_set_offset_f64_f65aa794a52b87dc:function(e,t){
e.offset=t},__wbg_set_onuncapturederror_1a772a1feba5ec1d:function(e,t){e.onuncapturederror=t},__wbg_set_power_preference_06107ba643e66249:function(e,t){
e.powerPreference=Tt[t]},__wbg_set_query_set_a1af7e0b244eb437:function(e,t){e.querySet=t},__wbg_set_required_features_ef8aeb4d5f909e03:function(e,t,n){
e.requiredFeatures=G(t,n)},__wbg_set_required_limits_a80a53fd4744ccb2:function(e,t){e.requiredLimits=t},__wbg_set_resource_d37005b6a3d3375f:function(e,t){
e.resource=t},__wbg_set_resource_gpu_buffer_binding_8e9be21bc9a45330:function(e,t){e.resource=t},__wbg_set_resource_gpu_texture_view_e3bf3810e7168d2b:function(e,t){
e.resource=t},__wbg_set_sample_type_660a4d77497517e2:function(e,t){e.sampleType=Bt[t]},__wbg_set_sampler_35b5b2e68532815b:function(e,t){
e.sampler=t},__wbg_set_size_f64_04b949f2af8176ba:function(e,t){e.size=t},__wbg_set_size_f64_2418f77508fb05d7:function(e,t){
e.size=t},__wbg_set_storage_texture_c2ed1f3eb327112e:function(e,t){e.storageTexture=t},__wbg_set_texture_39ac35f54ef4c3ba:function(e,t){
e.texture=t},__wbg_set_timestamp_writes_90e77f617d9af260:function(e,t){e.timestampWrites=t},__wbg_set_type_4f916b69d83408df:function(e,t){
e.type=vt[t]},__wbg_set_type_6cc967b44400577b:function(e,t){e.type=Ot[t]},__wbg_set_type_dd6c71bc279b420e:function(e,t){
e.type=xt[t]},__wbg_set_usage_1d663151adcb7f1a:function(e,t){e.usage=t>>>0},__wbg_set_view_dimension_ce6e77a9eb67aa53:function(e,t){
e.viewDimension=Me[t]},__wbg_set_view_dimension_d5c87d8c6f1266b5:function(e,t){e.viewDimension=Me[t]},__wbg_set_visibility_f68d6576737b8b45:function(e,t){
e.visibility=t>>>0},__wbg_stack_575c4e0918581b9c:function(e,t){let n=t.stack,o=B(n,_.__wbindgen_malloc,_.__wbindgen_realloc),
s=A;w().setInt32((e>>>0)+4,s,!0),w().setInt32((e>>>0)+0,o,!0)},__wbg_static_accessor_GLOBAL_THIS_003ee833af9699fc:function(){
let e=typeof globalThis>"u"?void 0:globalThis;return v(e)?0:I(e)},__wbg_static_accessor_GLOBAL_e4293fb22cbe77da:function(){
let e=typeof global>"u"?void 0:global;return v(e)?0:I(e)},__wbg_static_accessor_SELF_53bb20457401453d:function(){let e=typeof self>
"u"?void 0:self;return v(e)?0:I(e)},__wbg_static_accessor_WINDOW_b5e0810bfecb7feb:function(){let e=typeof window>"u"?void 0:
window;return v(e)?0:I(e)},__wbg_subgroupMaxSize_b33b2d37e3f1f5f5:function(e){return e.subgroupMaxSize},__wbg_subgroupMinSize_ff381626432f1cbc:function(e){
return e.subgroupMinSize},__wbg_submit_c4379e221512d3fa:function(e,t,n){e.submit(G(t,n))},__wbg_then_3a4f899454bcf8c9:function(e,t){
return e.then(t)},__wbg_then_656f253a5dd7d8ea:function(e,t,n){return e.then(t,n)},__wbg_then_e3f7f2d365708be8:function(e,t){
return e.then(t)},__wbg_toStringTag_1bdd39ac5d866229:function(){return Symbol.toStringTag},__wbg_unconfigure_7ca436ff70c0bcc3:function(e){
e.unconfigure()},__wbg_unmap_073211b910c6a369:function(e){e.unmap()},__wbg_valueOf_2ad4a09774ac959e:function(e){return e.
valueOf()},__wbg_writeBuffer_dbc00ede89a23b5e:function(){return l(function(e,t,n,o,s,i,c){e.writeBuffer(t,n,ne(o,s),i,c)},
arguments)},__wbindgen_generic_0000000000000001:function(e,t){return W(e,t,lt)},__wbindgen_generic_0000000000000002:function(e,t){
return W(e,t,wt)},__wbindgen_generic_0000000000000003:function(e,t){return W(e,t,dt)},__wbindgen_generic_0000000000000004:function(e,t){
return W(e,t,gt)},__wbindgen_generic_0000000000000005:function(e,t){return W(e,t,mt)},__wbindgen_generic_0000000000000006:function(e,t){
return W(e,t,pt)},__wbindgen_generic_0000000000000007:function(e){return e},__wbindgen_generic_0000000000000008:function(e,t){
return ne(e,t)},__wbindgen_generic_0000000000000009:function(e,t){return d(e,t)},__wbindgen_generic_000000000000000a:function(e){
return BigInt.asUintN(64,e)},__wbindgen_init_externref_table:function(){let e=_.__wbindgen_externrefs;e.set(0,void 0),e.
set(1024,void 0),e.set(1025,null),e.set(1026,!0),e.set(1027,!1)}}}}function dt(r,e,t){_.wasm_bindgen__convert__closures_____invoke__h4307b3f6bb712f65(
r,e,t)}function gt(r,e,t){_.wasm_bindgen__convert__closures_____invoke__h4307b3f6bb712f65_34(r,e,t)}function lt(r,e,t){let n=_.
wasm_bindgen__convert__closures_____invoke__h40d3f43beb66c502(r,e,t);if(n[1])throw f(n[0])}function wt(r,e,t){let n=_.wasm_bindgen__convert__closures_____invoke__h193b4df1dcffe580(
r,e,t);if(n[1])throw f(n[0])}function mt(r,e,t){let n=_.wasm_bindgen__convert__closures_____invoke__h193b4df1dcffe580_35(
r,e,t);if(n[1])throw f(n[0])}function pt(r,e,t){let n=_.wasm_bindgen__convert__closures_____invoke__h193b4df1dcffe580_36(
r,e,t);if(n[1])throw f(n[0])}function ht(r,e,t,n){_.wasm_bindgen__convert__closures_____invoke__h1ec341733212d2bf(r,e,t,
n)}function I(r){let e=_.__externref_table_alloc();return _.__wbindgen_externrefs.set(e,r),e}function Ie(r){switch(typeof r){case"\
number":case"boolean":case"undefined":return`${r}`;case"string":return JSON.stringify(r);case"bigint":return`${r}n`;case"\
symbol":return r.description!==void 0?`Symbol(${r.description})`:"Symbol";case"function":return typeof r.name=="string"&&
r.name!==""?`Function(${r.name})`:"Function";case"object":{if(r===null)return"null";if(Array.isArray(r))return"["+Array.
from(r,Ie).join(", ")+"]";if(r instanceof Error)return`${r.name}: ${r.message}
${r.stack}`;let e=toString.call(r),t=/\[object ([^\]]+)\]/.exec(e)?.[1];if(t===void 0)return e;if(t==="Object")try{return"\
Object("+JSON.stringify(r)+")"}catch{return"Object"}return t}}}function Ce(r,e){return r=r>>>0,Et().subarray(r/4,r/4+e)}
function G(r,e){r=r>>>0;let t=w(),n=[];for(let o=r;o<r+4*e;o+=4)n.push(_.__wbindgen_externrefs.get(t.getUint32(o,!0)));return n}
function Pt(r,e){return r=r>>>0,Ct().subarray(r/4,r/4+e)}function ne(r,e){return r=r>>>0,j().subarray(r/1,r/1+e)}function w(){
return(P===null||P.buffer.detached===!0||P.buffer.detached===void 0&&P.buffer!==_.memory.buffer)&&(P=new DataView(_.memory.
buffer)),P}function Et(){return(L===null||L.byteLength===0)&&(L=new Float32Array(_.memory.buffer)),L}function d(r,e){return r=
r>>>0,It(j().subarray(r,r+e))}function Ct(){return(F===null||F.byteLength===0)&&(F=new Uint32Array(_.memory.buffer)),F}function j(){
return(z===null||z.byteLength===0)&&(z=new Uint8Array(_.memory.buffer)),z}function l(r,e){try{return r.apply(this,e)}catch(t){
let n=I(t);_.__wbindgen_exn_store(n)}}function v(r){return r==null}function W(r,e,t){let n={a:r,b:e,cnt:1},o=(...s)=>{n.
cnt++;let i=n.a;n.a=0;try{return t(i,n.b,...s)}finally{n.a=i,o._wbg_cb_unref()}};return o._wbg_cb_unref=()=>{--n.cnt===0&&
(_.__wbindgen_destroy_closure(n.a,n.b),n.a=0,Ee.unregister(n))},Ee.register(o,n,n),o}function B(r,e,t){if(t===void 0){let c=N.
encode(r),a=e(c.length,1)>>>0;return j().subarray(a,a+c.length).set(c),A=c.length,a}let n=r.length,o=e(n,1)>>>0,s=j(),i=0;
for(;i<n;i++){let c=r.charCodeAt(i);if(c>127)break;s[o+i]=c}if(i!==n){i!==0&&(r=r.slice(i)),o=t(o,n,n=i+r.length*3,1)>>>
0;let c=j().subarray(o+i,o+n),a=N.encodeInto(r,c);i+=a.written,o=t(o,n,i,1)>>>0}return A=i,o}function f(r){let e=_.__wbindgen_externrefs.
get(r);return _.__externref_table_dealloc(r),e}function It(r){return re+=r.length,re>=Wt&&(Z=new TextDecoder("utf-8",{ignoreBOM:!0}),
Z.decode(),re=r.length),Z.decode(r)}function ke(r,e){return Ut=r,_=r.exports,kt=e,P=null,L=null,F=null,z=null,_.__wbindgen_start(),
_}async function Dt(r,e){if(typeof Response=="function"&&r instanceof Response){if(!r.ok)throw new Error(`failed to fetc\
h Wasm: ${r.status} ${r.statusText} fetching '${r.url}'`);if(typeof WebAssembly.instantiateStreaming=="function")try{return await WebAssembly.
instantiateStreaming(r,e)}catch(o){if(t(r.type)&&r.headers.get("Content-Type")!=="application/wasm")console.warn("`WebAs\
sembly.instantiateStreaming` failed because your server does not serve Wasm with `application/wasm` MIME type. Falling b\
ack to `WebAssembly.instantiate` which is slower. Original error:\n",o);else throw o}let n=await r.arrayBuffer();return await WebAssembly.
instantiate(n,e)}else{let n=await WebAssembly.instantiate(r,e);return n instanceof WebAssembly.Instance?{instance:n,module:r}:
n}function t(n){switch(n){case"basic":case"cors":case"default":return!0}return!1}}function Rt(r){if(_!==void 0)return _;
r!==void 0&&(Object.getPrototypeOf(r)===Object.prototype?{module:r}=r:console.warn("using deprecated parameters for `ini\
tSync()`; pass a single object instead"));let e=We();r instanceof WebAssembly.Module||(r=new WebAssembly.Module(r));let t=new WebAssembly.
Instance(r,e);return ke(t,r)}async function Gt(r){return _!==void 0?_:($===void 0&&($=$t(r),$.catch(()=>{$=void 0})),$)}
async function $t(r){r!==void 0&&(Object.getPrototypeOf(r)===Object.prototype?{module_or_path:r}=r:console.warn("using d\
eprecated parameters for the initialization function; pass a single object instead")),r===void 0&&(r=new URL("gsa_net_bg\
.wasm",import.meta.url));let e=We();(typeof r=="string"||typeof Request=="function"&&r instanceof Request||typeof URL=="\
function"&&r instanceof URL)&&(r=fetch(r));let{instance:t,module:n}=await Dt(await r,e);return ke(t,n)}var k,V,yt,xt,St,
At,Tt,vt,Ot,Mt,Oe,Bt,Me,Be,Pe,Ee,P,L,F,z,Z,Wt,re,N,A,kt,Ut,_,$,De=qe(()=>{k=class r{static __wrap(e){let t=Object.create(
r.prototype);return t.__wbg_ptr=e,Be.register(t,t.__wbg_ptr,t),t}__destroy_into_raw(){let e=this.__wbg_ptr;return this.__wbg_ptr=
0,Be.unregister(this),e}free(){let e=this.__destroy_into_raw();_.__wbg_gpumodel_free(e,0)}adapterInfo(){return _.gpumodel_adapterInfo(
this.__wbg_ptr)}attention(e,t,n,o){return _.gpumodel_attention(this.__wbg_ptr,e,t,n,o)}get bufferBytes(){return _.gpumodel_bufferBytes(
this.__wbg_ptr)}static create(e,t){return _.gpumodel_create(e,t)}equivarianceError(e,t,n,o){return _.gpumodel_equivarianceError(
this.__wbg_ptr,e,t,n,o)}evidence(){let e=_.gpumodel_evidence(this.__wbg_ptr);if(e[2])throw f(e[1]);return f(e[0])}featureMaps(e,t){
let n=_.gpumodel_featureMaps(this.__wbg_ptr,e,t);if(n[2])throw f(n[1]);return f(n[0])}get gpuMilliseconds(){let e=_.gpumodel_gpuMilliseconds(
this.__wbg_ptr);return e[0]===0?void 0:e[1]}info(){return _.gpumodel_info(this.__wbg_ptr)}loseDevice(){_.gpumodel_loseDevice(
this.__wbg_ptr)}get lost(){let e=_.gpumodel_lost(this.__wbg_ptr),t;return e[0]!==0&&(t=d(e[0],e[1]),_.__wbindgen_free(e[0],
e[1]*1,1)),t}predictBatch(e){return _.gpumodel_predictBatch(this.__wbg_ptr,e)}predict(e){return _.gpumodel_predict(this.
__wbg_ptr,e)}selfTest(){return _.gpumodel_selfTest(this.__wbg_ptr)}stabilisedMaps(e,t,n){let o=_.gpumodel_stabilisedMaps(
this.__wbg_ptr,e,t,n);if(o[2])throw f(o[1]);return f(o[0])}turnError(e,t,n,o){return _.gpumodel_turnError(this.__wbg_ptr,
e,t,n,o)}};Symbol.dispose&&(k.prototype[Symbol.dispose]=k.prototype.free);V=class{__destroy_into_raw(){let e=this.__wbg_ptr;
return this.__wbg_ptr=0,Pe.unregister(this),e}free(){let e=this.__destroy_into_raw();_.__wbg_model_free(e,0)}attention(e,t,n,o){
let s=_.model_attention(this.__wbg_ptr,e,t,n,o);if(s[2])throw f(s[1]);return f(s[0])}equivarianceError(e,t,n,o){let s=_.
model_equivarianceError(this.__wbg_ptr,e,t,n,o);if(s[2])throw f(s[1]);return s[0]}evidence(){let e=_.model_evidence(this.
__wbg_ptr);if(e[2])throw f(e[1]);return f(e[0])}featureMaps(e,t){let n=_.model_featureMaps(this.__wbg_ptr,e,t);if(n[2])throw f(
n[1]);return f(n[0])}info(){return _.model_info(this.__wbg_ptr)}constructor(e,t){let n=_.model_new(e,t);if(n[2])throw f(
n[1]);return this.__wbg_ptr=n[0],Pe.register(this,this.__wbg_ptr,this),this}predict(e){let t=_.model_predict(this.__wbg_ptr,
e);if(t[2])throw f(t[1]);return f(t[0])}stabilisedMaps(e,t,n){let o=_.model_stabilisedMaps(this.__wbg_ptr,e,t,n);if(o[2])
throw f(o[1]);return f(o[0])}turnError(e,t,n,o){let s=_.model_turnError(this.__wbg_ptr,e,t,n,o);if(s[2])throw f(s[1]);return f(
s[0])}};Symbol.dispose&&(V.prototype[Symbol.dispose]=V.prototype.free);yt=["auto"],xt=["uniform","storage","read-only-st\
orage"],St=["unknown","destroyed"],At=["validation","out-of-memory","internal"],Tt=["low-power","high-performance"],vt=[
"occlusion","timestamp"],Ot=["filtering","non-filtering","comparison"],Mt=["write-only","read-only","read-write"],Oe=["r\
8unorm","r8snorm","r8uint","r8sint","r16unorm","r16snorm","r16uint","r16sint","r16float","rg8unorm","rg8snorm","rg8uint",
"rg8sint","r32uint","r32sint","r32float","rg16unorm","rg16snorm","rg16uint","rg16sint","rg16float","rgba8unorm","rgba8un\
orm-srgb","rgba8snorm","rgba8uint","rgba8sint","bgra8unorm","bgra8unorm-srgb","rgb9e5ufloat","rgb10a2uint","rgb10a2unorm",
"rg11b10ufloat","rg32uint","rg32sint","rg32float","rgba16unorm","rgba16snorm","rgba16uint","rgba16sint","rgba16float","r\
gba32uint","rgba32sint","rgba32float","stencil8","depth16unorm","depth24plus","depth24plus-stencil8","depth32float","dep\
th32float-stencil8","bc1-rgba-unorm","bc1-rgba-unorm-srgb","bc2-rgba-unorm","bc2-rgba-unorm-srgb","bc3-rgba-unorm","bc3-\
rgba-unorm-srgb","bc4-r-unorm","bc4-r-snorm","bc5-rg-unorm","bc5-rg-snorm","bc6h-rgb-ufloat","bc6h-rgb-float","bc7-rgba-\
unorm","bc7-rgba-unorm-srgb","etc2-rgb8unorm","etc2-rgb8unorm-srgb","etc2-rgb8a1unorm","etc2-rgb8a1unorm-srgb","etc2-rgb\
a8unorm","etc2-rgba8unorm-srgb","eac-r11unorm","eac-r11snorm","eac-rg11unorm","eac-rg11snorm","astc-4x4-unorm","astc-4x4\
-unorm-srgb","astc-5x4-unorm","astc-5x4-unorm-srgb","astc-5x5-unorm","astc-5x5-unorm-srgb","astc-6x5-unorm","astc-6x5-un\
orm-srgb","astc-6x6-unorm","astc-6x6-unorm-srgb","astc-8x5-unorm","astc-8x5-unorm-srgb","astc-8x6-unorm","astc-8x6-unorm\
-srgb","astc-8x8-unorm","astc-8x8-unorm-srgb","astc-10x5-unorm","astc-10x5-unorm-srgb","astc-10x6-unorm","astc-10x6-unor\
m-srgb","astc-10x8-unorm","astc-10x8-unorm-srgb","astc-10x10-unorm","astc-10x10-unorm-srgb","astc-12x10-unorm","astc-12x\
10-unorm-srgb","astc-12x12-unorm","astc-12x12-unorm-srgb"],Bt=["float","unfilterable-float","depth","sint","uint"],Me=["\
1d","2d","2d-array","cube","cube-array","3d"],Be=typeof FinalizationRegistry>"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(
r=>_.__wbg_gpumodel_free(r,1)),Pe=typeof FinalizationRegistry>"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(
r=>_.__wbg_model_free(r,1));Ee=typeof FinalizationRegistry>"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(
r=>_.__wbindgen_destroy_closure(r.a,r.b));P=null;L=null;F=null;z=null;Z=new TextDecoder("utf-8",{ignoreBOM:!0});Z.decode();
Wt=2146435072,re=0;N=new TextEncoder;"encodeInto"in N||(N.encodeInto=function(r,e){let t=N.encode(r);return e.set(t),{read:r.
length,written:t.length}});A=0});var Y="This device has not enough free memory for the networks. Close other pages or programs, then try again.",h=class extends Error{url="";constructor(e,t,n){
super(t,n),this.name="GsaError",this.code=e}};function x(r){return typeof WebAssembly=="object"&&r instanceof WebAssembly.RuntimeError}function U(r){return r instanceof
Error&&/out of memory|(could not|cannot) allocate|allocation failed/i.test(r.message)}function T(r){let e;try{e=String(r instanceof
Error?r.message:r)}catch{e="an error that has no text"}return e=be(e),e.length>500?`${e.slice(0,500)}…`:e}function fe(r){
let e=be(r);return e.length>120?`${e.slice(0,100)}…`:e}function be(r){return r.replace(/\b((?:https?|wss?|ftp|file):[/\\]*)[^/\\?#]*@/gi,
"$1")}function C(r,e,t){return new Promise((n,o)=>{let s=setTimeout(()=>o(new Error(t)),1e3*e);r.then(n,o).finally(()=>clearTimeout(
s))})}var Ye=3,X=3,de=60,D=null;function ge(){D=null}var H='WebGPU would run on the processor here, where the CPU engine is fa\
ster. The attribute engine="webgpu" insists.',m=class extends Error{};function le(r){return globalThis.isSecureContext?navigator.
gpu?r.GpuModel?"":"The engine for browsers without SIMD has no WebGPU.":"This browser has no WebGPU, or it is switched o\
ff.":"Browsers offer WebGPU only on pages that come by HTTPS or from this machine."}async function Xe(r,e){let t=r==="we\
bgpu"&&e!==0&&e!==D?.opening;D?.failed&&t&&(D=null);let n=D??={opening:e,adapter:He(),device:null,failed:!1};try{let o=await n.
adapter;if(!o)throw new m("The browser has WebGPU but offers no graphics card for it on this machine.");if(r==="auto"&&Ze(
o))throw new m(H);await(n.device??=Qe(o))}catch(o){throw n.failed=!(o instanceof m&&o.message===H),o instanceof m?o:new m(
`The browser refuses its graphics card: ${me(o)}.`)}}async function He(){let{gpu:r}=navigator,e=`it did not say within ${X}\
 seconds whether there is one`,t=(async()=>r.requestAdapter({powerPreference:"high-performance"}))();return C(t,X,e)}async function Qe(r){
let e=r.requestDevice().then(t=>t.destroy());await C(e,X,`it did not open within ${X} seconds`)}async function we(r,e,t,n,o){
await Xe(n,o);let s=!1,i=Je(r,e,t);i.then(({model:c})=>s&&c.free()).catch(()=>{});try{let c=`it was not ready within ${de}\
 seconds`;return await C(i,de,c)}catch(c){throw s=!0,c instanceof m||x(c)?c:new m(`The graphics card could not be used: ${me(
c)}.`)}}async function Je({GpuModel:r},e,t){if(!r)throw new m("This engine has no WebGPU.");let n=await r.create(e,t);try{
let{passed:o,difference:s,layer:i}=await n.selfTest();if(!o)throw new m(`The graphics card computes something else than \
the CPU: the largest difference, in “${i}”, is ${s.toExponential(1)}. So the CPU answers.`);let{name:c,software:a}=n.
adapterInfo();return{model:n,facts:{adapter:c,software:a,difference:s}}}catch(o){throw x(o)||n.free(),o}}function Ze(r){
let{info:e}=r,t=`${e?.vendor} ${e?.architecture} ${e?.description}`;return(e?.isFallbackAdapter??r.isFallbackAdapter)===
!0||/swiftshader|llvmpipe|lavapipe|basic render/i.test(t)}async function ee(r,e){let t=1/0;for(let n=0;n<=Ye;n++){let o=performance.
now();await r.predict(e),n>0&&(t=Math.min(t,performance.now()-o)),await new Promise(s=>setTimeout(s))}return t}function me(r){
return(r instanceof Error?r.message:"it does not say why").replace(/\.$/,"")}function Q(r,e,t){return{name:r,model:e,facts:t,last:null,milliseconds:0,outcome:null}}async function R(r,e){if(r.last&&
r.outcome&&Ke(r.last,e))return r.outcome;let t=performance.now(),{digit:n,probabilities:o}=await r.model.predict(e);return r.
milliseconds=performance.now()-t,r.outcome={digit:n,probabilities:Array.from(o)},r.last=e.slice(),r.outcome}function pe({
model:r,milliseconds:e}){if(e<=0)return 1;let t="predictBatch"in r?150:25;return Math.max(1,Math.floor(t/e))}async function he(r,e){
let{model:t}=r,n=[];if("predictBatch"in t){let o=new Float32Array(e.reduce((i,{length:c})=>i+c,0)),s=0;for(let i of e)o.
set(i,s),s+=i.length;for(let{digit:i,probabilities:c}of await t.predictBatch(o))n.push({digit:i,probabilities:Array.from(
c)})}else for(let o of e)n.push(await R(r,o));return n}function ye(r,{index:e,channels:t,elements:n}){let o=0,s=0;if(n===
1)return o;for(let i=0;i<t;i++){let{rows:c,cols:a,maps:u}=r.featureMaps(e,i),b=c*a,g=u.reduce((S,M)=>S+M,0)/u.length,p=0,
O=0;for(let S=0;S<b;S++){let M=0;for(let y=0;y<n;y++)M+=u[y*b+S]/n;for(let y=0;y<n;y++)p+=(u[y*b+S]-M)**2,O+=(u[y*b+S]-g)**
2}p/O>s&&(s=p/O,o=i)}return o}function Ke(r,e){return r.length===e.length&&r.every((t,n)=>t===e[n])}var et=2,xe=30,Se={looks:10,everyMs:20},tt=100,nt="The graphics card is being opened, and the CPU answers meanwhile.",rt=[
[{x:.3,y:.25},{x:.7,y:.25},{x:.45,y:.8}]];function te(r){return r.prepareStrokes(rt,0)}async function Ae(r,e,t,n,o){let s=await r.
ready();for(;;){let i=e.chosen.get(t)??ve(s,e,t,0,o),{side:c}=i;if(i.crash)throw i.crash;try{let a=await(c.name==="cpu"?
n(c):C(n(c),xe,`it has not answered within ${xe} seconds`));if(i.opening&&e.chosen.get(t)!==i)continue;return{result:a,report:it(
i,t,s.version(),r.simd)}}catch(a){if(c.name==="cpu"||x(a))throw a;await _t(e,c,T(a))}}}async function Te(r,e,t,n,o){let s=await r.
ready(),i=e.chosen.get(t);if(n!==0&&n!==e.opening){e.opening=n;let a=i?.side.name==="cpu"&&!i.opening;t==="webgpu"&&a&&(Object.
assign(e,{losses:0,barred:""}),e.chosen.delete(t))}if(e.chosen.has(t))return;let c=!0;await new Promise(a=>{ve(s,e,t,n,()=>c?
a(0):o()).opening?setTimeout(a,tt):a(0)}),c=!1}function ve(r,e,t,n,o){let{cpu:s,barred:i}=e,c=g=>(e.chosen.set(t,g),g);if(t===
"cpu")return c({side:s,why:"",opening:!1});let a=i||le(r);if(a)return c({side:s,why:a,opening:!1});let u=c({side:s,why:nt,
opening:!0}),b=g=>{e.chosen.get(t)===u&&(c(g),o())};return ot(r,e,t,n).then(g=>b({...g,opening:!1}),g=>b({...u,opening:!1,
crash:g})),u}async function ot(r,e,t,n){let{cpu:o}=e;try{if(t==="auto"&&e.card?.facts?.software)throw new m(H);let s=await st(
r,e,t,n);if(t==="webgpu")return{side:s,why:""};let{pixels:i}=te(r),c=new r.Model(e.bytes,e.variant),a=[await ee(s.model,
i),await ee(c,i)];c.free(),s.last=null;let[u,b]=a.map(g=>`${g.toFixed(1)} ms`);return a[0]<=a[1]?{side:s,why:`The graphi\
cs card takes ${u}, the CPU ${b}.`}:{side:o,why:`The CPU takes ${b}, the graphics card ${u}.`}}catch(s){if(x(s))throw s;
let i=T(s);return{side:o,why:s instanceof m?i:`The graphics card failed: ${i}.`}}}async function st(r,e,t,n){if(e.card)return e.
card;let{bytes:o,variant:s}=e,{model:i,facts:c}=await we(r,o,s,t,n);if(e.card||e.gone){if(i.free(),!e.card)throw new m("\
The network is not here any more.");return e.card}return e.card=Q("webgpu",i,c),e.card}function it({side:{name:r,facts:e,
model:t},why:n,opening:o},s,i,c){let a="gpuMilliseconds"in t?t.gpuMilliseconds??null:null;return{name:r,note:s==="webgpu"&&
r==="cpu"?n:"",why:n,opening:o,card:e&&{...e,milliseconds:a},version:i,simd:c}}async function _t(r,e,t){let n=()=>"lost"in
e.model&&e.model.lost!==void 0;for(let o=0;o<Se.looks&&!n();o++)await new Promise(s=>setTimeout(s,Se.everyMs));if(r.card===
e){n()?++r.losses>et&&(r.barred=`The graphics card was lost ${r.losses} times, so the CPU answers.`):r.barred=`The graph\
ics card failed: ${t}.`,ge(),r.card=null,r.chosen.clear();try{e.model.free()}catch{}}}function J(r){return r.href.replace("/node_modules/.vite/deps/","/node_modules/gsa-net/")}var oe={answer:20,file:120},Lt=new Uint8Array([0,97,115,109,1,0,0,0,1,5,1,96,0,1,123,3,2,1,0,10,10,1,8,0,65,0,253,15,253,
98,11]),K=class{#t=null;#e;#n;#r;#s=()=>{};#o=null;shared=new Promise(e=>this.#s=e);simd=typeof WebAssembly=="object"&&WebAssembly.
validate(Lt);constructor(e){this.#n=this.simd?Ft(e):zt(e),this.#e=e.attempt??0,this.#r=e.compiled??null}get isFull(){try{
return this.#o?.grow(1),!1}catch{return!0}}ready(){return this.#t??=this.#i().catch(e=>{throw this.#t=null,e}),this.#t}async#i(){
if(typeof WebAssembly!="object")throw new h("engine-unavailable","This browser has no WebAssembly, or it is switched off\
, so the networks cannot run here.");if(!this.#n)throw new h("engine-unavailable","This browser’s WebAssembly has no SIM\
D, and this page has no engine without it. Any browser of 2023 or later has it.");try{let{module:e,wasm:t}=this.#n,n=await jt(
this.#c(e),"its JavaScript"),o=await this.#_(n,t);return this.#o=o?.memory??null,n}catch(e){throw U(e)?new h("engine-una\
vailable",Y,{cause:e}):new h("engine-unavailable",`The engine could not be loaded: ${T(e)}.`,{cause:e})}}async#_(e,t){return this.#r?
e.default({module_or_path:this.#r}):t?Vt(t,async n=>{let o=await Nt(n);return this.#s(o),e.default({module_or_path:o})}):
e.default()}#c(e){let t=this.#e++;if(!e)return Promise.resolve().then(()=>(De(),Ue));let n=new URL(e);return t>0&&(n.hash=
`attempt-${t}`),import(/* @vite-ignore */ n.href)}};function Ft({module:r,wasm:e}){return e||r?{module:r,wasm:e}:{wasm:J(new URL("./gsa_net\
_bg.wasm",import.meta.url))}}function zt({module:r,wasm:e,plain:t}){return t||(e||r?null:{module:J(new URL("./plain/gsa_\
net.js",import.meta.url)),wasm:J(new URL("./plain/gsa_net_bg.wasm",import.meta.url))})}function jt(r,e){return new Promise(
(t,n)=>{let o=oe.file,s=setTimeout(()=>n(new Error(`the server has not sent ${e} within ${o} seconds`)),1e3*o);r.then(t,
n).finally(()=>clearTimeout(s))})}async function Nt(r){let e=await r;if(!e.ok)throw new Error(`the server answered ${e.status}\
 ${e.statusText}`.trim());return e.headers.get("content-type")==="application/wasm"&&WebAssembly.compileStreaming?WebAssembly.
compileStreaming(e):WebAssembly.compile(await e.arrayBuffer())}async function Vt(r,e){let t=new AbortController,n=(i,c)=>setTimeout(
()=>{let a=`the server has not sent ${c} within ${i} seconds`;t.abort(new Error(a))},1e3*i),o=n(oe.answer,"anything"),s=fetch(
r,{signal:t.signal}).then(i=>(clearTimeout(o),o=n(oe.file,"the whole file"),i));try{return await e(s)}catch(i){throw t.signal.
aborted?t.signal.reason:i}finally{clearTimeout(o)}}function Re(r){return"models"in r?r.models.map(({url:e})=>e):[r.url]}var se={};E(se,{PRIORITY:()=>qt,isStale:()=>Yt,run:()=>Xt});var qt=1;function Yt(r,e){return r.version<e.oldest}async function Xt(r,{strokes:e,angle:t,engine:n,models:o}){let{pixels:s,
empty:i}=await r.picture(e,t),c={empty:i,seen:s,answers:[]};if(i)return c;for(let{url:a,view:u}of o){let b=await r.network(
a),g=u&&b.info.layers[u.layer],p=u&&g&&u.channel<g.channels?u:null,{result:O,report:S}=await r.on(b,n,async M=>{let y=await R(
M,s),{model:ue,milliseconds:ze}=M,je=p&&ue.featureMaps(p.layer,p.channel),Ne=p&&ue.stabilisedMaps(p.layer,p.channel,t);return{
url:a,...y,milliseconds:ze,maps:je,stabilised:Ne}});c.answers.push({...O,engine:S})}return c}var ie={};E(ie,{PRIORITY:()=>Ht,isStale:()=>Qt,run:()=>Jt});var Ht=3;function Qt(r,e){return r.version!==e.version||e.pen}async function Jt(r,{strokes:e,angles:t,engine:n,url:o}){let s=await r.
network(o),{result:i}=await r.on(s,n,async c=>{let a=[];for(let u of t.slice(0,pe(c))){let{pixels:b,empty:g}=await r.picture(
e,u);if(g)return[];a.push(b)}return he(c,a)});return{answers:i}}var _e={};E(_e,{PRIORITY:()=>Zt,isStale:()=>Kt,run:()=>en});var Zt=4;function Kt(r,e){return r.version!==e.version||e.pen}async function en(r,{strokes:e,engine:t,url:n,layer:o,angles:s}){
let i=await r.network(n),c=await r.picture(e,0);if(c.empty)return{turns:[]};let{result:a}=await r.on(i,t,async u=>{let b=performance.
now();u.last=null;let g=[];for(let p of s){let O=await r.picture(e,p);if(g.push(await u.model.turnError(c.pixels,O.pixels,
o,p)),performance.now()-b>40)break}return g});return{turns:a}}var ce={};E(ce,{PRIORITY:()=>tn,isStale:()=>nn,run:()=>rn});function q(r){let e=r.indexOf("#");return e<0?r:r.slice(0,e)}function Ge(r){let e=new URLSearchParams(r.slice(q(r).length+
1)),t=e.get("seed")??"",[n,o]=[e.get("index"),e.get("positions")],s={};return/^\d{1,10}$/.test(t)&&Number(t)<4294967296&&
(s.seed=Number(t)),(n==="exact"||n==="published")&&(s.index=n),(o==="turning"||o==="still")&&(s.positions=o),s}function $e(r){if(r.byteLength<8)return!1;let e=new DataView(r.buffer,r.byteOffset).getUint32(0,!0);return new TextDecoder().
decode(r.subarray(8,8+e)).includes('.group_embedding"')}var tn=0;function nn(r,e){return r.networks!==e.networks}async function rn(r,{url:e,engine:t,opening:n=0}){let o=await r.
network(e);await r.choose(o,t,n);let{pixels:s}=await r.probe(),{result:i,report:c}=await r.on(o,t,async u=>(await R(u,s),
o.info.layers.map(b=>ye(u.model,b)))),a=$e(o.bytes);return{info:o.info,telling:i,engine:c,indexed:a}}var ae={};E(ae,{PRIORITY:()=>on,isStale:()=>sn,run:()=>_n});var on=2;function sn(r,e){return r.version!==e.version||e.pen}
async function _n(r,{strokes:e,engine:t,url:n,layer:o,angle:s}){let i=await r.network(n),c=await r.picture(e,0),a=await r.
picture(e,s),{result:u}=await r.on(i,t,async b=>(b.last=null,b.model.turnError(c.pixels,a.pixels,o,s)));return u}var Le={answer:se,batch:ie,curve:_e,load:ce,turn:ae};var cn=6,Fe=class{#t;#e=new Map;#n;#r=()=>{};constructor(e={},t=()=>{}){let n=this.#t=new K(e);this.#n={network:o=>(this.#r(
o),this.#_(o)),picture:async(o,s)=>(await n.ready()).prepareStrokes(o,s),probe:async()=>te(await n.ready()),on:(o,s,i)=>Ae(
n,o,s,i,()=>t(o.url)),choose:(o,s,i)=>Te(n,o,s,i,()=>t(o.url))}}get compiled(){return this.#t.shared}async run(e,t=new Map,n=()=>{}){
let o=Re(e),s=o.filter(i=>!this.#o(i)&&!t.has(i));if(s.length>0)return this.#t.ready().catch(()=>{}),{missing:s};try{return await this.#t.
ready(),this.#r=n,n(o[0]),this.#s(o,t),await Le[e.kind].run(this.#n,e)}catch(i){throw U(i)||x(i)&&this.#t.isFull?new h("\
engine-unavailable",Y,{cause:i}):x(i)?new h("engine-crashed",`The engine stopped: ${T(i)}.`):i}}#s(e,t){for(let n of e){
let o=this.#e.get(n)??this.#i(n,t.get(n));o.catch(()=>this.#e.get(n)===o&&this.#e.delete(n)),this.#e.delete(n),this.#e.set(
n,o)}for(let[n,o]of this.#e){if(this.#e.size<=cn)break;this.#e.delete(n),o.then(an,()=>{})}}#o(e){let t=q(e),n=Array.from(
this.#e.keys()).find(o=>q(o)===t);return this.#e.get(n??"")}async#i(e,t){return this.#c(e,t??(await this.#o(e))?.bytes??
new Uint8Array)}async#_(e){let t=this.#e.get(e);if(!t)throw new h("engine-crashed","The engine was restarted.");return t}async#c(e,t){
let n=await this.#t.ready();try{let o=Ge(e),s=new n.Model(t,o),i=s.info(),{channels:c,rows:a,cols:u}=i.input;if(c!==1||a!==
28||u!==28)throw s.free(),new Error(`it reads ${c}×${a}×${u} pictures, not 28×28 grey digits`);let b=Q("cpu",s,null);
return{url:e,bytes:t,variant:o,info:i,cpu:b,...{card:null,losses:0,barred:"",opening:0},gone:!1,chosen:new Map}}catch(o){
throw x(o)||U(o)?o:new h("model-broken",`The file at ${fe(q(e))} is not a model that can be used: ${T(o)}.`,{cause:o})}}};
function an(r){r.gone=!0,r.cpu.model.free(),r.card?.model.free()}export{Fe as Runner};
//# sourceMappingURL=runner.js.map
