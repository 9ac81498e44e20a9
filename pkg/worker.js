var Ye=Object.defineProperty;var He=(r,e,t)=>()=>{if(t)throw t[0];try{return r&&(e=r(r=0)),e}catch(n){throw t=[n],n}};var B=(r,e)=>{for(var t in e)Ye(r,t,{get:e[t],enumerable:!0})};var Le={};B(Le,{GpuModel:()=>W,Model:()=>V,default:()=>Ft,initSync:()=>$t,prepareImage:()=>ft,preparePixels:()=>bt,prepareStrokes:()=>dt,
start:()=>gt,version:()=>lt});function ft(r){let e=c.prepareImage(r);if(e[2])throw f(e[1]);return f(e[0])}function bt(r,e,t){
let n=c.preparePixels(r,e,t);if(n[2])throw f(n[1]);return f(n[0])}function dt(r,e){let t=c.prepareStrokes(r,e);if(t[2])throw f(
t[1]);return f(t[0])}function gt(){c.start()}function lt(){let r,e;try{let t=c.version();return r=t[0],e=t[1],d(t[0],t[1])}finally{
c.__wbindgen_free(r,e,1)}}function Re(){return{__proto__:null,"./gsa_net_bg.js":{__proto__:null,__wbg_Error_208446807d0d1e30:function(e,t){
return Error(d(e,t))},__wbg_Window_41838cbcc08822b5:function(e){return e.Window},__wbg_WorkerGlobalScope_448e3830f27a30fd:function(e){
return e.WorkerGlobalScope},__wbg___wbindgen_debug_string_f249a2a76caa9a55:function(e,t){let n=De(t),o=E(n,c.__wbindgen_malloc,
c.__wbindgen_realloc),s=M;w().setInt32((e>>>0)+4,s,!0),w().setInt32((e>>>0)+0,o,!0)},__wbg___wbindgen_is_function_741ff2bb612836f5:function(e){
return typeof e=="function"},__wbg___wbindgen_is_null_c22311b1cc228e3a:function(e){return e===null},__wbg___wbindgen_is_string_fc456fee5d3317de:function(e){
return typeof e=="string"},__wbg___wbindgen_is_undefined_be5b34249ff1fc15:function(e){return e===void 0},__wbg___wbindgen_number_get_934b640d0889af78:function(e,t){
let n=t,o=typeof n=="number"?n:void 0;w().setFloat64((e>>>0)+8,T(o)?0:o,!0),w().setInt32((e>>>0)+0,!T(o),!0)},__wbg___wbindgen_string_get_7ce8eee7fd327545:function(e,t){
let n=t,o=typeof n=="string"?n:void 0;var s=T(o)?0:E(o,c.__wbindgen_malloc,c.__wbindgen_realloc),i=M;w().setInt32((e>>>0)+
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
return e.createShaderModule(t)},__wbg_description_359d32310adf317e:function(e,t){let n=t.description,o=E(n,c.__wbindgen_malloc,
c.__wbindgen_realloc),s=M;w().setInt32((e>>>0)+4,s,!0),w().setInt32((e>>>0)+0,o,!0)},__wbg_destroy_26d79d79095717e3:function(e){
e.destroy()},__wbg_destroy_6e289142e39fe18b:function(e){e.destroy()},__wbg_destroy_7a2b29c47a7b3ab4:function(e){e.destroy()},
__wbg_dispatchWorkgroups_74a6ec8812ef9f3b:function(e,t,n,o){e.dispatchWorkgroups(t>>>0,n>>>0,o>>>0)},__wbg_end_23ba48463344fbc0:function(e){
e.end()},__wbg_error_2fa67a9496f77475:function(e){return e.error},__wbg_error_757e9472f8410341:function(e,t){let n,o;try{
n=e,o=t,console.error(d(e,t))}finally{c.__wbindgen_free(n,o,1)}},__wbg_features_b650c8412d082ef1:function(e){return e.features},
__wbg_finish_49529a046631ad9a:function(e){return e.finish()},__wbg_finish_678df663961386ff:function(e,t){return e.finish(
t)},__wbg_getBindGroupLayout_eef82f7f1e8b2d6a:function(e,t){return e.getBindGroupLayout(t>>>0)},__wbg_getContext_1938edb9a972f63d:function(){
return l(function(e,t,n){let o=e.getContext(d(t,n));return T(o)?0:I(o)},arguments)},__wbg_getMappedRange_fd3092e276caa831:function(){
return l(function(e,t,n){return e.getMappedRange(t,n)},arguments)},__wbg_get_2080c49015e35254:function(){return l(function(e,t){
return Reflect.get(e,t)},arguments)},__wbg_get_bb8b6b35041e00c9:function(){return l(function(e,t){return Reflect.get(e,t>>>
0)},arguments)},__wbg_get_d7176cfb76d71114:function(e,t){return e[t>>>0]},__wbg_gpu_aa311a9494720027:function(e){return e.
gpu},__wbg_gpumodel_new:function(e){return W.__wrap(e)},__wbg_has_47b8eb16db92789a:function(e,t,n){return e.has(d(t,n))},
__wbg_info_84c3d8389e807255:function(e){return e.info},__wbg_instanceof_ArrayBuffer_12cdaa4161423e6b:function(e){let t;try{
t=e instanceof ArrayBuffer}catch{t=!1}return t},__wbg_instanceof_GpuOutOfMemoryError_72d4f143d9ec20cb:function(e){let t;
try{t=e instanceof GPUOutOfMemoryError}catch{t=!1}return t},__wbg_instanceof_GpuValidationError_cdb716bc3a7ed585:function(e){
let t;try{t=e instanceof GPUValidationError}catch{t=!1}return t},__wbg_instanceof_Object_97e16a01fd368661:function(e){let t;
try{t=e instanceof Object}catch{t=!1}return t},__wbg_isArray_bcf1376d0d732d08:function(e){return Array.isArray(e)},__wbg_isFallbackAdapter_b70ad418e985d5d4:function(e){
return e.isFallbackAdapter},__wbg_isView_7c4f5a7c257b3a84:function(e){return ArrayBuffer.isView(e)},__wbg_keys_105f5c0857898f84:function(e){
return Object.keys(e)},__wbg_label_b4e9fa173fb30ad5:function(e,t){let n=t.label,o=E(n,c.__wbindgen_malloc,c.__wbindgen_realloc),
s=M;w().setInt32((e>>>0)+4,s,!0),w().setInt32((e>>>0)+0,o,!0)},__wbg_length_186163212ffe79c3:function(e){return e.length},
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
let n=t.message,o=E(n,c.__wbindgen_malloc,c.__wbindgen_realloc),s=M;w().setInt32((e>>>0)+4,s,!0),w().setInt32((e>>>0)+0,
o,!0)},__wbg_message_bb4d389df9355dd2:function(e,t){let n=t.message,o=E(n,c.__wbindgen_malloc,c.__wbindgen_realloc),s=M;
w().setInt32((e>>>0)+4,s,!0),w().setInt32((e>>>0)+0,o,!0)},__wbg_minStorageBufferOffsetAlignment_f9ce2fe03a21a2e4:function(e){
return e.minStorageBufferOffsetAlignment},__wbg_minUniformBufferOffsetAlignment_bca4b75f696bbf11:function(e){return e.minUniformBufferOffsetAlignment},
__wbg_navigator_9641ab32fa612dd1:function(e){return e.navigator},__wbg_navigator_c17f443a6fe5d38d:function(e){return e.navigator},
__wbg_new_2bfd0f45e60518b1:function(){return l(function(e,t){return new OffscreenCanvas(e>>>0,t>>>0)},arguments)},__wbg_new_37eb45aaf5eeb820:function(){
return new Array},__wbg_new_79ee7cc4df94af6a:function(){return l(function(e){return new Float32Array(e)},arguments)},__wbg_new_bb74001155cb8ca8:function(){
return new Error},__wbg_new_cd4348290afae586:function(){return new Object},__wbg_new_e3150b87005680ca:function(){return l(
function(e){return new Uint8Array(e)},arguments)},__wbg_new_from_slice_355c10c5d8f2addb:function(e,t){return new Float32Array(
Ue(e,t))},__wbg_new_typed_6b60b99917da27d6:function(){return new Object},__wbg_new_typed_e09da9dae6ee5935:function(e,t){
try{var n={a:e,b:t},o=(i,a)=>{let _=n.a;n.a=0;try{return St(_,n.b,i,a)}finally{n.a=_}};return new Promise(o)}finally{n.a=
0}},__wbg_new_with_byte_offset_and_length_3cd32055a417f095:function(e,t,n){return new Uint8Array(e,t>>>0,n>>>0)},__wbg_onSubmittedWorkDone_f62945abb48d8a84:function(e){
return e.onSubmittedWorkDone()},__wbg_parse_c3f72b5a24f83c01:function(){return l(function(e,t){return JSON.parse(d(e,t))},
arguments)},__wbg_popErrorScope_cc6d6ccf22baf4b0:function(e){return e.popErrorScope()},__wbg_prototypesetcall_13162965d1fe7aa3:function(e,t,n){
Uint8Array.prototype.set.call(oe(e,t),n)},__wbg_prototypesetcall_22b1bb88c4ec5c5a:function(e,t,n){Float32Array.prototype.
set.call(Ue(e,t),n)},__wbg_pushErrorScope_efdacf97dcba3b94:function(e,t){e.pushErrorScope(vt[t])},__wbg_push_c9f4893fc209f768:function(e,t){
return e.push(t)},__wbg_queueMicrotask_1e8503a8a690f0a3:function(e){return e.queueMicrotask},__wbg_queueMicrotask_4a1a4d8dd332373b:function(e){
queueMicrotask(e)},__wbg_queue_41b76331de876d9d:function(e){return e.queue},__wbg_reason_9ebfbaed7b40f058:function(e){let t=e.
reason;return(Tt.indexOf(t)+1||3)-1},__wbg_requestAdapter_b725cba92e32c4ce:function(e,t){return e.requestAdapter(t)},__wbg_requestDevice_45bc1149c3b98eaf:function(e,t){
return e.requestDevice(t)},__wbg_resolveQuerySet_3eb16017fd6ef873:function(e,t,n,o,s,i){e.resolveQuerySet(t,n>>>0,o>>>0,
s,i>>>0)},__wbg_resolve_dbf78ab4942478b0:function(e){return Promise.resolve(e)},__wbg_setBindGroup_09aa10258bd4dc11:function(e,t,n){
e.setBindGroup(t>>>0,n)},__wbg_setBindGroup_0e4a7b8b254673b9:function(){return l(function(e,t,n,o,s,i,a){e.setBindGroup(
t>>>0,n,kt(o,s),i,a>>>0)},arguments)},__wbg_setPipeline_1368374122476dc8:function(e,t){e.setPipeline(t)},__wbg_set_118fefd528ab0a79:function(e,t,n){
e.set(t,n>>>0)},__wbg_set_2793479888329cb6:function(){return l(function(e,t,n){return Reflect.set(e,t,n)},arguments)},__wbg_set_access_46b3e62b6a30d608:function(e,t){
e.access=Bt[t]},__wbg_set_beginning_of_pass_write_index_bda54c444871cf36:function(e,t){e.beginningOfPassWriteIndex=t>>>0},
__wbg_set_bind_group_layouts_78efad321b8db306:function(e,t,n){e.bindGroupLayouts=G(t,n)},__wbg_set_binding_49121810d92bb656:function(e,t){
e.binding=t>>>0},__wbg_set_binding_921af47b178839b7:function(e,t){e.binding=t>>>0},__wbg_set_buffer_e254d16772ccdf1f:function(e,t){
e.buffer=t},__wbg_set_buffer_f0412de54dad59a0:function(e,t){e.buffer=t},__wbg_set_code_71b4a924b594417d:function(e,t,n){
e.code=d(t,n)},__wbg_set_compute_6328b3ac805fa957:function(e,t){e.compute=t},__wbg_set_count_c31ce44133f5b28b:function(e,t){
e.count=t>>>0},__wbg_set_d2d33b52458e984a:function(e,t,n){e[t>>>0]=n},__wbg_set_device_2b7e0e4f69784351:function(e,t){e.
device=t},__wbg_set_e4b9a833d288759a:function(e,t,n){e[t]=n},__wbg_set_end_of_pass_write_index_4b0931cfb0c1f44c:function(e,t){
e.endOfPassWriteIndex=t>>>0},__wbg_set_entries_02ae66da25c9ddae:function(e,t,n){e.entries=G(t,n)},__wbg_set_entries_8036374af27741dc:function(e,t,n){
e.entries=G(t,n)},__wbg_set_entry_point_79bb4d8fb01c97ec:function(e,t,n){e.entryPoint=d(t,n)},__wbg_set_external_texture_34c43368e77cc844:function(e,t){
e.externalTexture=t},__wbg_set_format_c1603ca98ab9cb13:function(e,t){e.format=Be[t]},__wbg_set_format_df8baca64e04f5ef:function(e,t){
e.format=Be[t]},__wbg_set_has_dynamic_offset_0086bc7faede16d1:function(e,t){e.hasDynamicOffset=t!==0},__wbg_set_label_0b78f43973577425:function(e,t,n){
e.label=d(t,n)},__wbg_set_label_1d7c053bc726e08f:function(e,t,n){e.label=d(t,n)},__wbg_set_label_1e431973068c0ea4:function(e,t,n){
e.label=d(t,n)},__wbg_set_label_2d3e4456ff9a120a:function(e,t,n){e.label=d(t,n)},__wbg_set_label_89172d31c03b3375:function(e,t,n){
e.label=d(t,n)},__wbg_set_label_a71d5f5c41bed969:function(e,t,n){e.label=d(t,n)},__wbg_set_label_d133ac18919ae10f:function(e,t,n){
e.label=d(t,n)},__wbg_set_label_dcaa5d479cbb5311:function(e,t,n){e.label=d(t,n)},__wbg_set_label_e9f1af9890ad68b6:function(e,t,n){
e.label=d(t,n)},__wbg_set_label_ef8bfd8864e594a4:function(e,t,n){e.label=d(t,n)},__wbg_set_label_f9171cd5c971dbf2:function(e,t,n){
e.label=d(t,n)},__wbg_set_layout_6b757fab7265d0f7:function(e,t){e.layout=t},__wbg_set_layout_bfddc4788acb0736:function(e,t){
e.layout=t},__wbg_set_layout_gpu_auto_layout_mode_89827b74212f80b4:function(e,t){e.layout=At[t]},__wbg_set_mapped_at_creation_a4cd55019116b792:function(e,t){
e.mappedAtCreation=t!==0},__wbg_set_min_binding_size_f64_2458ad9bffad7ea7:function(e,t){e.minBindingSize=t},__wbg_set_module_bffb3e27ccc03d8d:function(e,t){
e.module=t},__wbg_set_multisampled_d385dcc24cbcdac9:function(e,t){e.multisampled=t!==0},__wbg_set_offset_f64_f65aa794a52b87dc:function(e,t){
e.offset=t},__wbg_set_onuncapturederror_1a772a1feba5ec1d:function(e,t){e.onuncapturederror=t},__wbg_set_power_preference_06107ba643e66249:function(e,t){
e.powerPreference=Ot[t]},__wbg_set_query_set_a1af7e0b244eb437:function(e,t){e.querySet=t},__wbg_set_required_features_ef8aeb4d5f909e03:function(e,t,n){
e.requiredFeatures=G(t,n)},__wbg_set_required_limits_a80a53fd4744ccb2:function(e,t){e.requiredLimits=t},__wbg_set_resource_d37005b6a3d3375f:function(e,t){
e.resource=t},__wbg_set_resource_gpu_buffer_binding_8e9be21bc9a45330:function(e,t){e.resource=t},__wbg_set_resource_gpu_texture_view_e3bf3810e7168d2b:function(e,t){
e.resource=t},__wbg_set_sample_type_660a4d77497517e2:function(e,t){e.sampleType=Ct[t]},__wbg_set_sampler_35b5b2e68532815b:function(e,t){
e.sampler=t},__wbg_set_size_f64_04b949f2af8176ba:function(e,t){e.size=t},__wbg_set_size_f64_2418f77508fb05d7:function(e,t){
e.size=t},__wbg_set_storage_texture_c2ed1f3eb327112e:function(e,t){e.storageTexture=t},__wbg_set_texture_39ac35f54ef4c3ba:function(e,t){
e.texture=t},__wbg_set_timestamp_writes_90e77f617d9af260:function(e,t){e.timestampWrites=t},__wbg_set_type_4f916b69d83408df:function(e,t){
e.type=Et[t]},__wbg_set_type_6cc967b44400577b:function(e,t){e.type=Pt[t]},__wbg_set_type_dd6c71bc279b420e:function(e,t){
e.type=Mt[t]},__wbg_set_usage_1d663151adcb7f1a:function(e,t){e.usage=t>>>0},__wbg_set_view_dimension_ce6e77a9eb67aa53:function(e,t){
e.viewDimension=Ce[t]},__wbg_set_view_dimension_d5c87d8c6f1266b5:function(e,t){e.viewDimension=Ce[t]},__wbg_set_visibility_f68d6576737b8b45:function(e,t){
e.visibility=t>>>0},__wbg_stack_575c4e0918581b9c:function(e,t){let n=t.stack,o=E(n,c.__wbindgen_malloc,c.__wbindgen_realloc),
s=M;w().setInt32((e>>>0)+4,s,!0),w().setInt32((e>>>0)+0,o,!0)},__wbg_static_accessor_GLOBAL_THIS_003ee833af9699fc:function(){
let e=typeof globalThis>"u"?void 0:globalThis;return T(e)?0:I(e)},__wbg_static_accessor_GLOBAL_e4293fb22cbe77da:function(){
let e=typeof global>"u"?void 0:global;return T(e)?0:I(e)},__wbg_static_accessor_SELF_53bb20457401453d:function(){let e=typeof self>
"u"?void 0:self;return T(e)?0:I(e)},__wbg_static_accessor_WINDOW_b5e0810bfecb7feb:function(){let e=typeof window>"u"?void 0:
window;return T(e)?0:I(e)},__wbg_subgroupMaxSize_b33b2d37e3f1f5f5:function(e){return e.subgroupMaxSize},__wbg_subgroupMinSize_ff381626432f1cbc:function(e){
return e.subgroupMinSize},__wbg_submit_c4379e221512d3fa:function(e,t,n){e.submit(G(t,n))},__wbg_then_3a4f899454bcf8c9:function(e,t){
return e.then(t)},__wbg_then_656f253a5dd7d8ea:function(e,t,n){return e.then(t,n)},__wbg_then_e3f7f2d365708be8:function(e,t){
return e.then(t)},__wbg_toStringTag_1bdd39ac5d866229:function(){return Symbol.toStringTag},__wbg_unconfigure_7ca436ff70c0bcc3:function(e){
e.unconfigure()},__wbg_unmap_073211b910c6a369:function(e){e.unmap()},__wbg_valueOf_2ad4a09774ac959e:function(e){return e.
valueOf()},__wbg_writeBuffer_dbc00ede89a23b5e:function(){return l(function(e,t,n,o,s,i,a){e.writeBuffer(t,n,oe(o,s),i,a)},
arguments)},__wbindgen_generic_0000000000000001:function(e,t){return k(e,t,pt)},__wbindgen_generic_0000000000000002:function(e,t){
return k(e,t,ht)},__wbindgen_generic_0000000000000003:function(e,t){return k(e,t,wt)},__wbindgen_generic_0000000000000004:function(e,t){
return k(e,t,mt)},__wbindgen_generic_0000000000000005:function(e,t){return k(e,t,yt)},__wbindgen_generic_0000000000000006:function(e,t){
return k(e,t,xt)},__wbindgen_generic_0000000000000007:function(e){return e},__wbindgen_generic_0000000000000008:function(e,t){
return oe(e,t)},__wbindgen_generic_0000000000000009:function(e,t){return d(e,t)},__wbindgen_generic_000000000000000a:function(e){
return BigInt.asUintN(64,e)},__wbindgen_init_externref_table:function(){let e=c.__wbindgen_externrefs;e.set(0,void 0),e.
set(1024,void 0),e.set(1025,null),e.set(1026,!0),e.set(1027,!1)}}}}function wt(r,e,t){c.wasm_bindgen__convert__closures_____invoke__h4307b3f6bb712f65(
r,e,t)}function mt(r,e,t){c.wasm_bindgen__convert__closures_____invoke__h4307b3f6bb712f65_34(r,e,t)}function pt(r,e,t){let n=c.
wasm_bindgen__convert__closures_____invoke__h40d3f43beb66c502(r,e,t);if(n[1])throw f(n[0])}function ht(r,e,t){let n=c.wasm_bindgen__convert__closures_____invoke__h193b4df1dcffe580(
r,e,t);if(n[1])throw f(n[0])}function yt(r,e,t){let n=c.wasm_bindgen__convert__closures_____invoke__h193b4df1dcffe580_35(
r,e,t);if(n[1])throw f(n[0])}function xt(r,e,t){let n=c.wasm_bindgen__convert__closures_____invoke__h193b4df1dcffe580_36(
r,e,t);if(n[1])throw f(n[0])}function St(r,e,t,n){c.wasm_bindgen__convert__closures_____invoke__h1ec341733212d2bf(r,e,t,
n)}function I(r){let e=c.__externref_table_alloc();return c.__wbindgen_externrefs.set(e,r),e}function De(r){switch(typeof r){case"\
number":case"boolean":case"undefined":return`${r}`;case"string":return JSON.stringify(r);case"bigint":return`${r}n`;case"\
symbol":return r.description!==void 0?`Symbol(${r.description})`:"Symbol";case"function":return typeof r.name=="string"&&
r.name!==""?`Function(${r.name})`:"Function";case"object":{if(r===null)return"null";if(Array.isArray(r))return"["+Array.
from(r,De).join(", ")+"]";if(r instanceof Error)return`${r.name}: ${r.message}
${r.stack}`;let e=toString.call(r),t=/\[object ([^\]]+)\]/.exec(e)?.[1];if(t===void 0)return e;if(t==="Object")try{return"\
Object("+JSON.stringify(r)+")"}catch{return"Object"}return t}}}function Ue(r,e){return r=r>>>0,It().subarray(r/4,r/4+e)}
function G(r,e){r=r>>>0;let t=w(),n=[];for(let o=r;o<r+4*e;o+=4)n.push(c.__wbindgen_externrefs.get(t.getUint32(o,!0)));return n}
function kt(r,e){return r=r>>>0,Wt().subarray(r/4,r/4+e)}function oe(r,e){return r=r>>>0,N().subarray(r/1,r/1+e)}function w(){
return(P===null||P.buffer.detached===!0||P.buffer.detached===void 0&&P.buffer!==c.memory.buffer)&&(P=new DataView(c.memory.
buffer)),P}function It(){return($===null||$.byteLength===0)&&($=new Float32Array(c.memory.buffer)),$}function d(r,e){return r=
r>>>0,Rt(N().subarray(r,r+e))}function Wt(){return(F===null||F.byteLength===0)&&(F=new Uint32Array(c.memory.buffer)),F}function N(){
return(z===null||z.byteLength===0)&&(z=new Uint8Array(c.memory.buffer)),z}function l(r,e){try{return r.apply(this,e)}catch(t){
let n=I(t);c.__wbindgen_exn_store(n)}}function T(r){return r==null}function k(r,e,t){let n={a:r,b:e,cnt:1},o=(...s)=>{n.
cnt++;let i=n.a;n.a=0;try{return t(i,n.b,...s)}finally{n.a=i,o._wbg_cb_unref()}};return o._wbg_cb_unref=()=>{--n.cnt===0&&
(c.__wbindgen_destroy_closure(n.a,n.b),n.a=0,We.unregister(n))},We.register(o,n,n),o}function E(r,e,t){if(t===void 0){let a=j.
encode(r),_=e(a.length,1)>>>0;return N().subarray(_,_+a.length).set(a),M=a.length,_}let n=r.length,o=e(n,1)>>>0,s=N(),i=0;
for(;i<n;i++){let a=r.charCodeAt(i);if(a>127)break;s[o+i]=a}if(i!==n){i!==0&&(r=r.slice(i)),o=t(o,n,n=i+r.length*3,1)>>>
0;let a=N().subarray(o+i,o+n),_=j.encodeInto(r,a);i+=_.written,o=t(o,n,i,1)>>>0}return M=i,o}function f(r){let e=c.__wbindgen_externrefs.
get(r);return c.__externref_table_dealloc(r),e}function Rt(r){return se+=r.length,se>=Ut&&(K=new TextDecoder("utf-8",{ignoreBOM:!0}),
K.decode(),se=r.length),K.decode(r)}function Ge(r,e){return Gt=r,c=r.exports,Dt=e,P=null,$=null,F=null,z=null,c.__wbindgen_start(),
c}async function Lt(r,e){if(typeof Response=="function"&&r instanceof Response){if(!r.ok)throw new Error(`failed to fetc\
h Wasm: ${r.status} ${r.statusText} fetching '${r.url}'`);if(typeof WebAssembly.instantiateStreaming=="function")try{return await WebAssembly.
instantiateStreaming(r,e)}catch(o){if(t(r.type)&&r.headers.get("Content-Type")!=="application/wasm")console.warn("`WebAs\
sembly.instantiateStreaming` failed because your server does not serve Wasm with `application/wasm` MIME type. Falling b\
ack to `WebAssembly.instantiate` which is slower. Original error:\n",o);else throw o}let n=await r.arrayBuffer();return await WebAssembly.
instantiate(n,e)}else{let n=await WebAssembly.instantiate(r,e);return n instanceof WebAssembly.Instance?{instance:n,module:r}:
n}function t(n){switch(n){case"basic":case"cors":case"default":return!0}return!1}}function $t(r){if(c!==void 0)return c;
r!==void 0&&(Object.getPrototypeOf(r)===Object.prototype?{module:r}=r:console.warn("using deprecated parameters for `ini\
tSync()`; pass a single object instead"));let e=Re();r instanceof WebAssembly.Module||(r=new WebAssembly.Module(r));let t=new WebAssembly.
Instance(r,e);return Ge(t,r)}async function Ft(r){return c!==void 0?c:(L===void 0&&(L=zt(r),L.catch(()=>{L=void 0})),L)}
async function zt(r){r!==void 0&&(Object.getPrototypeOf(r)===Object.prototype?{module_or_path:r}=r:console.warn("using d\
eprecated parameters for the initialization function; pass a single object instead")),r===void 0&&(r=new URL("gsa_net_bg\
.wasm",import.meta.url));let e=Re();(typeof r=="string"||typeof Request=="function"&&r instanceof Request||typeof URL=="\
function"&&r instanceof URL)&&(r=fetch(r));let{instance:t,module:n}=await Lt(await r,e);return Ge(t,n)}var W,V,At,Mt,Tt,
vt,Ot,Et,Pt,Bt,Be,Ct,Ce,ke,Ie,We,P,$,F,z,K,Ut,se,j,M,Dt,Gt,c,L,$e=He(()=>{W=class r{static __wrap(e){let t=Object.create(
r.prototype);return t.__wbg_ptr=e,ke.register(t,t.__wbg_ptr,t),t}__destroy_into_raw(){let e=this.__wbg_ptr;return this.__wbg_ptr=
0,ke.unregister(this),e}free(){let e=this.__destroy_into_raw();c.__wbg_gpumodel_free(e,0)}adapterInfo(){return c.gpumodel_adapterInfo(
this.__wbg_ptr)}attention(e,t,n,o){return c.gpumodel_attention(this.__wbg_ptr,e,t,n,o)}get bufferBytes(){return c.gpumodel_bufferBytes(
this.__wbg_ptr)}static create(e,t){return c.gpumodel_create(e,t)}equivarianceError(e,t,n,o){return c.gpumodel_equivarianceError(
this.__wbg_ptr,e,t,n,o)}evidence(){let e=c.gpumodel_evidence(this.__wbg_ptr);if(e[2])throw f(e[1]);return f(e[0])}featureMaps(e,t){
let n=c.gpumodel_featureMaps(this.__wbg_ptr,e,t);if(n[2])throw f(n[1]);return f(n[0])}get gpuMilliseconds(){let e=c.gpumodel_gpuMilliseconds(
this.__wbg_ptr);return e[0]===0?void 0:e[1]}info(){return c.gpumodel_info(this.__wbg_ptr)}loseDevice(){c.gpumodel_loseDevice(
this.__wbg_ptr)}get lost(){let e=c.gpumodel_lost(this.__wbg_ptr),t;return e[0]!==0&&(t=d(e[0],e[1]),c.__wbindgen_free(e[0],
e[1]*1,1)),t}predictBatch(e){return c.gpumodel_predictBatch(this.__wbg_ptr,e)}predict(e){return c.gpumodel_predict(this.
__wbg_ptr,e)}selfTest(){return c.gpumodel_selfTest(this.__wbg_ptr)}stabilisedMaps(e,t,n){let o=c.gpumodel_stabilisedMaps(
this.__wbg_ptr,e,t,n);if(o[2])throw f(o[1]);return f(o[0])}turnError(e,t,n,o){return c.gpumodel_turnError(this.__wbg_ptr,
e,t,n,o)}};Symbol.dispose&&(W.prototype[Symbol.dispose]=W.prototype.free);V=class{__destroy_into_raw(){let e=this.__wbg_ptr;
return this.__wbg_ptr=0,Ie.unregister(this),e}free(){let e=this.__destroy_into_raw();c.__wbg_model_free(e,0)}attention(e,t,n,o){
let s=c.model_attention(this.__wbg_ptr,e,t,n,o);if(s[2])throw f(s[1]);return f(s[0])}equivarianceError(e,t,n,o){let s=c.
model_equivarianceError(this.__wbg_ptr,e,t,n,o);if(s[2])throw f(s[1]);return s[0]}evidence(){let e=c.model_evidence(this.
__wbg_ptr);if(e[2])throw f(e[1]);return f(e[0])}featureMaps(e,t){let n=c.model_featureMaps(this.__wbg_ptr,e,t);if(n[2])throw f(
n[1]);return f(n[0])}info(){return c.model_info(this.__wbg_ptr)}constructor(e,t){let n=c.model_new(e,t);if(n[2])throw f(
n[1]);return this.__wbg_ptr=n[0],Ie.register(this,this.__wbg_ptr,this),this}predict(e){let t=c.model_predict(this.__wbg_ptr,
e);if(t[2])throw f(t[1]);return f(t[0])}stabilisedMaps(e,t,n){let o=c.model_stabilisedMaps(this.__wbg_ptr,e,t,n);if(o[2])
throw f(o[1]);return f(o[0])}turnError(e,t,n,o){let s=c.model_turnError(this.__wbg_ptr,e,t,n,o);if(s[2])throw f(s[1]);return f(
s[0])}};Symbol.dispose&&(V.prototype[Symbol.dispose]=V.prototype.free);At=["auto"],Mt=["uniform","storage","read-only-st\
orage"],Tt=["unknown","destroyed"],vt=["validation","out-of-memory","internal"],Ot=["low-power","high-performance"],Et=[
"occlusion","timestamp"],Pt=["filtering","non-filtering","comparison"],Bt=["write-only","read-only","read-write"],Be=["r\
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
10-unorm-srgb","astc-12x12-unorm","astc-12x12-unorm-srgb"],Ct=["float","unfilterable-float","depth","sint","uint"],Ce=["\
1d","2d","2d-array","cube","cube-array","3d"],ke=typeof FinalizationRegistry>"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(
r=>c.__wbg_gpumodel_free(r,1)),Ie=typeof FinalizationRegistry>"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(
r=>c.__wbg_model_free(r,1));We=typeof FinalizationRegistry>"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(
r=>c.__wbindgen_destroy_closure(r.a,r.b));P=null;$=null;F=null;z=null;K=new TextDecoder("utf-8",{ignoreBOM:!0});K.decode();
Ut=2146435072,se=0;j=new TextEncoder;"encodeInto"in j||(j.encodeInto=function(r,e){let t=j.encode(r);return e.set(t),{read:r.
length,written:t.length}});M=0});var X="This device has not enough free memory for the networks. Close other pages or programs, then try again.",h=class extends Error{url="";constructor(e,t,n){
super(t,n),this.name="GsaError",this.code=e}};function de(r){return r instanceof Error&&r.name==="GsaError"?r.code:"fail\
ed"}function x(r){return typeof WebAssembly=="object"&&r instanceof WebAssembly.RuntimeError}function U(r){return r instanceof
Error&&/out of memory|(could not|cannot) allocate|allocation failed/i.test(r.message)}function S(r){let e;try{e=String(r instanceof
Error?r.message:r)}catch{e="an error that has no text"}return e=le(e),e.length>500?`${e.slice(0,500)}…`:e}function ge(r){
let e=le(r);return e.length>120?`${e.slice(0,100)}…`:e}function le(r){return r.replace(/\b((?:https?|wss?|ftp|file):[/\\]*)[^/\\?#]*@/gi,
"$1")}function we(r){return new Promise(e=>{if(!navigator.locks){e(!1);return}let t=()=>(e(!0),new Promise(()=>{}));navigator.
locks.request(r,t).catch(()=>e(!1)),setTimeout(()=>e(!1),2e3)})}function C(r,e,t){return new Promise((n,o)=>{let s=setTimeout(()=>o(new Error(t)),1e3*e);r.then(n,o).finally(()=>clearTimeout(
s))})}var Qe=3,Y=3,me=60,R=null;function pe(){R=null}var H='WebGPU would run on the processor here, where the CPU engine is fa\
ster. The attribute engine="webgpu" insists.',m=class extends Error{};function he(r){return globalThis.isSecureContext?navigator.
gpu?r.GpuModel?"":"The engine for browsers without SIMD has no WebGPU.":"This browser has no WebGPU, or it is switched o\
ff.":"Browsers offer WebGPU only on pages that come by HTTPS or from this machine."}async function Je(r,e){let t=r==="we\
bgpu"&&e!==0&&e!==R?.opening;R?.failed&&t&&(R=null);let n=R??={opening:e,adapter:Ke(),device:null,failed:!1};try{let o=await n.
adapter;if(!o)throw new m("The browser has WebGPU but offers no graphics card for it on this machine.");if(r==="auto"&&tt(
o))throw new m(H);await(n.device??=Ze(o))}catch(o){throw n.failed=!(o instanceof m&&o.message===H),o instanceof m?o:new m(
`The browser refuses its graphics card: ${xe(o)}.`)}}async function Ke(){let{gpu:r}=navigator,e=`it did not say within ${Y}\
 seconds whether there is one`,t=(async()=>r.requestAdapter({powerPreference:"high-performance"}))();return C(t,Y,e)}async function Ze(r){
let e=r.requestDevice().then(t=>t.destroy());await C(e,Y,`it did not open within ${Y} seconds`)}async function ye(r,e,t,n,o){
await Je(n,o);let s=!1,i=et(r,e,t);i.then(({model:a})=>s&&a.free()).catch(()=>{});try{let a=`it was not ready within ${me}\
 seconds`;return await C(i,me,a)}catch(a){throw s=!0,a instanceof m||x(a)?a:new m(`The graphics card could not be used: ${xe(
a)}.`)}}async function et({GpuModel:r},e,t){if(!r)throw new m("This engine has no WebGPU.");let n=await r.create(e,t);try{
let{passed:o,difference:s,layer:i}=await n.selfTest();if(!o)throw new m(`The graphics card computes something else than \
the CPU: the largest difference, in “${i}”, is ${s.toExponential(1)}. So the CPU answers.`);let{name:a,software:_}=n.
adapterInfo();return{model:n,facts:{adapter:a,software:_,difference:s}}}catch(o){throw x(o)||n.free(),o}}function tt(r){
let{info:e}=r,t=`${e?.vendor} ${e?.architecture} ${e?.description}`;return(e?.isFallbackAdapter??r.isFallbackAdapter)===
!0||/swiftshader|llvmpipe|lavapipe|basic render/i.test(t)}async function ne(r,e){let t=1/0;for(let n=0;n<=Qe;n++){let o=performance.
now();await r.predict(e),n>0&&(t=Math.min(t,performance.now()-o)),await new Promise(s=>setTimeout(s))}return t}function xe(r){
return(r instanceof Error?r.message:"it does not say why").replace(/\.$/,"")}function Q(r,e,t){return{name:r,model:e,facts:t,last:null,milliseconds:0,outcome:null}}async function D(r,e){if(r.last&&
r.outcome&&nt(r.last,e))return r.outcome;let t=performance.now(),{digit:n,probabilities:o}=await r.model.predict(e);return r.
milliseconds=performance.now()-t,r.outcome={digit:n,probabilities:Array.from(o)},r.last=e.slice(),r.outcome}function Se({
model:r,milliseconds:e}){if(e<=0)return 1;let t="predictBatch"in r?150:25;return Math.max(1,Math.floor(t/e))}async function Ae(r,e){
let{model:t}=r,n=[];if("predictBatch"in t){let o=new Float32Array(e.reduce((i,{length:a})=>i+a,0)),s=0;for(let i of e)o.
set(i,s),s+=i.length;for(let{digit:i,probabilities:a}of await t.predictBatch(o))n.push({digit:i,probabilities:Array.from(
a)})}else for(let o of e)n.push(await D(r,o));return n}function Me(r,{index:e,channels:t,elements:n}){let o=0,s=0;if(n===
1)return o;for(let i=0;i<t;i++){let{rows:a,cols:_,maps:u}=r.featureMaps(e,i),b=a*_,g=u.reduce((A,O)=>A+O,0)/u.length,p=0,
v=0;for(let A=0;A<b;A++){let O=0;for(let y=0;y<n;y++)O+=u[y*b+A]/n;for(let y=0;y<n;y++)p+=(u[y*b+A]-O)**2,v+=(u[y*b+A]-g)**
2}p/v>s&&(s=p/v,o=i)}return o}function nt(r,e){return r.length===e.length&&r.every((t,n)=>t===e[n])}var rt=2,Te=30,ve={looks:10,everyMs:20},ot=100,st="The graphics card is being opened, and the CPU answers meanwhile.",it=[
[{x:.3,y:.25},{x:.7,y:.25},{x:.45,y:.8}]];function re(r){return r.prepareStrokes(it,0)}async function Oe(r,e,t,n,o){let s=await r.
ready();for(;;){let i=e.chosen.get(t)??Pe(s,e,t,0,o),{side:a}=i;if(i.crash)throw i.crash;try{let _=await(a.name==="cpu"?
n(a):C(n(a),Te,`it has not answered within ${Te} seconds`));if(i.opening&&e.chosen.get(t)!==i)continue;return{result:_,report:_t(
i,t,s.version(),r.simd)}}catch(_){if(a.name==="cpu"||x(_))throw _;await ut(e,a,S(_))}}}async function Ee(r,e,t,n,o){let s=await r.
ready(),i=e.chosen.get(t);if(n!==0&&n!==e.opening){e.opening=n;let _=i?.side.name==="cpu"&&!i.opening;t==="webgpu"&&_&&(Object.
assign(e,{losses:0,barred:""}),e.chosen.delete(t))}if(e.chosen.has(t))return;let a=!0;await new Promise(_=>{Pe(s,e,t,n,()=>a?
_(0):o()).opening?setTimeout(_,ot):_(0)}),a=!1}function Pe(r,e,t,n,o){let{cpu:s,barred:i}=e,a=g=>(e.chosen.set(t,g),g);if(t===
"cpu")return a({side:s,why:"",opening:!1});let _=i||he(r);if(_)return a({side:s,why:_,opening:!1});let u=a({side:s,why:st,
opening:!0}),b=g=>{e.chosen.get(t)===u&&(a(g),o())};return ct(r,e,t,n).then(g=>b({...g,opening:!1}),g=>b({...u,opening:!1,
crash:g})),u}async function ct(r,e,t,n){let{cpu:o}=e;try{if(t==="auto"&&e.card?.facts?.software)throw new m(H);let s=await at(
r,e,t,n);if(t==="webgpu")return{side:s,why:""};let{pixels:i}=re(r),a=new r.Model(e.bytes,e.variant),_=[await ne(s.model,
i),await ne(a,i)];a.free(),s.last=null;let[u,b]=_.map(g=>`${g.toFixed(1)} ms`);return _[0]<=_[1]?{side:s,why:`The graphi\
cs card takes ${u}, the CPU ${b}.`}:{side:o,why:`The CPU takes ${b}, the graphics card ${u}.`}}catch(s){if(x(s))throw s;
let i=S(s);return{side:o,why:s instanceof m?i:`The graphics card failed: ${i}.`}}}async function at(r,e,t,n){if(e.card)return e.
card;let{bytes:o,variant:s}=e,{model:i,facts:a}=await ye(r,o,s,t,n);if(e.card||e.gone){if(i.free(),!e.card)throw new m("\
The network is not here any more.");return e.card}return e.card=Q("webgpu",i,a),e.card}function _t({side:{name:r,facts:e,
model:t},why:n,opening:o},s,i,a){let _="gpuMilliseconds"in t?t.gpuMilliseconds??null:null;return{name:r,note:s==="webgpu"&&
r==="cpu"?n:"",why:n,opening:o,card:e&&{...e,milliseconds:_},version:i,simd:a}}async function ut(r,e,t){let n=()=>"lost"in
e.model&&e.model.lost!==void 0;for(let o=0;o<ve.looks&&!n();o++)await new Promise(s=>setTimeout(s,ve.everyMs));if(r.card===
e){n()?++r.losses>rt&&(r.barred=`The graphics card was lost ${r.losses} times, so the CPU answers.`):r.barred=`The graph\
ics card failed: ${t}.`,pe(),r.card=null,r.chosen.clear();try{e.model.free()}catch{}}}function J(r){return r.href.replace("/node_modules/.vite/deps/","/node_modules/gsa-net/")}var ie={answer:20,file:120},Nt=new Uint8Array([0,97,115,109,1,0,0,0,1,5,1,96,0,1,123,3,2,1,0,10,10,1,8,0,65,0,253,15,253,
98,11]),Z=class{#t=null;#e;#n;#r;#s=()=>{};#o=null;shared=new Promise(e=>this.#s=e);simd=typeof WebAssembly=="object"&&WebAssembly.
validate(Nt);constructor(e){this.#n=this.simd?jt(e):Vt(e),this.#e=e.attempt??0,this.#r=e.compiled??null}get isFull(){try{
return this.#o?.grow(1),!1}catch{return!0}}ready(){return this.#t??=this.#i().catch(e=>{throw this.#t=null,e}),this.#t}async#i(){
if(typeof WebAssembly!="object")throw new h("engine-unavailable","This browser has no WebAssembly, or it is switched off\
, so the networks cannot run here.");if(!this.#n)throw new h("engine-unavailable","This browser’s WebAssembly has no SIM\
D, and this page has no engine without it. Any browser of 2023 or later has it.");try{let{module:e,wasm:t}=this.#n,n=await qt(
this.#a(e),"its JavaScript"),o=await this.#c(n,t);return this.#o=o?.memory??null,n}catch(e){throw U(e)?new h("engine-una\
vailable",X,{cause:e}):new h("engine-unavailable",`The engine could not be loaded: ${S(e)}.`,{cause:e})}}async#c(e,t){return this.#r?
e.default({module_or_path:this.#r}):t?Yt(t,async n=>{let o=await Xt(n);return this.#s(o),e.default({module_or_path:o})}):
e.default()}#a(e){let t=this.#e++;if(!e)return Promise.resolve().then(()=>($e(),Le));let n=new URL(e);return t>0&&(n.hash=
`attempt-${t}`),import(/* @vite-ignore */ n.href)}};function jt({module:r,wasm:e}){return e||r?{module:r,wasm:e}:{wasm:J(new URL("./gsa_net\
_bg.wasm",import.meta.url))}}function Vt({module:r,wasm:e,plain:t}){return t||(e||r?null:{module:J(new URL("./plain/gsa_\
net.js",import.meta.url)),wasm:J(new URL("./plain/gsa_net_bg.wasm",import.meta.url))})}function qt(r,e){return new Promise(
(t,n)=>{let o=ie.file,s=setTimeout(()=>n(new Error(`the server has not sent ${e} within ${o} seconds`)),1e3*o);r.then(t,
n).finally(()=>clearTimeout(s))})}async function Xt(r){let e=await r;if(!e.ok)throw new Error(`the server answered ${e.status}\
 ${e.statusText}`.trim());return e.headers.get("content-type")==="application/wasm"&&WebAssembly.compileStreaming?WebAssembly.
compileStreaming(e):WebAssembly.compile(await e.arrayBuffer())}async function Yt(r,e){let t=new AbortController,n=(i,a)=>setTimeout(
()=>{let _=`the server has not sent ${a} within ${i} seconds`;t.abort(new Error(_))},1e3*i),o=n(ie.answer,"anything"),s=fetch(
r,{signal:t.signal}).then(i=>(clearTimeout(o),o=n(ie.file,"the whole file"),i));try{return await e(s)}catch(i){throw t.signal.
aborted?t.signal.reason:i}finally{clearTimeout(o)}}function Fe(r){return"models"in r?r.models.map(({url:e})=>e):[r.url]}var ce={};B(ce,{PRIORITY:()=>Ht,isStale:()=>Qt,run:()=>Jt});var Ht=1;function Qt(r,e){return r.version<e.oldest}async function Jt(r,{strokes:e,angle:t,engine:n,models:o}){let{pixels:s,
empty:i}=await r.picture(e,t),a={empty:i,seen:s,answers:[]};if(i)return a;for(let{url:_,view:u}of o){let b=await r.network(
_),g=u&&b.info.layers[u.layer],p=u&&g&&u.channel<g.channels?u:null,{result:v,report:A}=await r.on(b,n,async O=>{let y=await D(
O,s),{model:be,milliseconds:Ve}=O,qe=p&&be.featureMaps(p.layer,p.channel),Xe=p&&be.stabilisedMaps(p.layer,p.channel,t);return{
url:_,...y,milliseconds:Ve,maps:qe,stabilised:Xe}});a.answers.push({...v,engine:A})}return a}var ae={};B(ae,{PRIORITY:()=>Kt,isStale:()=>Zt,run:()=>en});var Kt=3;function Zt(r,e){return r.version!==e.version||e.pen}async function en(r,{strokes:e,angles:t,engine:n,url:o}){let s=await r.
network(o),{result:i}=await r.on(s,n,async a=>{let _=[];for(let u of t.slice(0,Se(a))){let{pixels:b,empty:g}=await r.picture(
e,u);if(g)return[];_.push(b)}return Ae(a,_)});return{answers:i}}var _e={};B(_e,{PRIORITY:()=>tn,isStale:()=>nn,run:()=>rn});var tn=4;function nn(r,e){return r.version!==e.version||e.pen}async function rn(r,{strokes:e,engine:t,url:n,layer:o,angles:s}){
let i=await r.network(n),a=await r.picture(e,0);if(a.empty)return{turns:[]};let{result:_}=await r.on(i,t,async u=>{let b=performance.
now();u.last=null;let g=[];for(let p of s){let v=await r.picture(e,p);if(g.push(await u.model.turnError(a.pixels,v.pixels,
o,p)),performance.now()-b>40)break}return g});return{turns:_}}var ue={};B(ue,{PRIORITY:()=>on,isStale:()=>sn,run:()=>cn});function q(r){let e=r.indexOf("#");return e<0?r:r.slice(0,e)}function ze(r){let e=new URLSearchParams(r.slice(q(r).length+
1)),t=e.get("seed")??"",[n,o]=[e.get("index"),e.get("positions")],s={};return/^\d{1,10}$/.test(t)&&Number(t)<4294967296&&
(s.seed=Number(t)),(n==="exact"||n==="published")&&(s.index=n),(o==="turning"||o==="still")&&(s.positions=o),s}function Ne(r){if(r.byteLength<8)return!1;let e=new DataView(r.buffer,r.byteOffset).getUint32(0,!0);return new TextDecoder().
decode(r.subarray(8,8+e)).includes('.group_embedding"')}var on=0;function sn(r,e){return r.networks!==e.networks}async function cn(r,{url:e,engine:t,opening:n=0}){let o=await r.
network(e);await r.choose(o,t,n);let{pixels:s}=await r.probe(),{result:i,report:a}=await r.on(o,t,async u=>(await D(u,s),
o.info.layers.map(b=>Me(u.model,b)))),_=Ne(o.bytes);return{info:o.info,telling:i,engine:a,indexed:_}}var fe={};B(fe,{PRIORITY:()=>an,isStale:()=>_n,run:()=>un});var an=2;function _n(r,e){return r.version!==e.version||e.pen}
async function un(r,{strokes:e,engine:t,url:n,layer:o,angle:s}){let i=await r.network(n),a=await r.picture(e,0),_=await r.
picture(e,s),{result:u}=await r.on(i,t,async b=>(b.last=null,b.model.turnError(a.pixels,_.pixels,o,s)));return u}var je={answer:ce,batch:ae,curve:_e,load:ue,turn:fe};var fn=6,ee=class{#t;#e=new Map;#n;#r=()=>{};constructor(e={},t=()=>{}){let n=this.#t=new Z(e);this.#n={network:o=>(this.#r(
o),this.#c(o)),picture:async(o,s)=>(await n.ready()).prepareStrokes(o,s),probe:async()=>re(await n.ready()),on:(o,s,i)=>Oe(
n,o,s,i,()=>t(o.url)),choose:(o,s,i)=>Ee(n,o,s,i,()=>t(o.url))}}get compiled(){return this.#t.shared}async run(e,t=new Map,n=()=>{}){
let o=Fe(e),s=o.filter(i=>!this.#o(i)&&!t.has(i));if(s.length>0)return this.#t.ready().catch(()=>{}),{missing:s};try{return await this.#t.
ready(),this.#r=n,n(o[0]),this.#s(o,t),await je[e.kind].run(this.#n,e)}catch(i){throw U(i)||x(i)&&this.#t.isFull?new h("\
engine-unavailable",X,{cause:i}):x(i)?new h("engine-crashed",`The engine stopped: ${S(i)}.`):i}}#s(e,t){for(let n of e){
let o=this.#e.get(n)??this.#i(n,t.get(n));o.catch(()=>this.#e.get(n)===o&&this.#e.delete(n)),this.#e.delete(n),this.#e.set(
n,o)}for(let[n,o]of this.#e){if(this.#e.size<=fn)break;this.#e.delete(n),o.then(bn,()=>{})}}#o(e){let t=q(e),n=Array.from(
this.#e.keys()).find(o=>q(o)===t);return this.#e.get(n??"")}async#i(e,t){return this.#a(e,t??(await this.#o(e))?.bytes??
new Uint8Array)}async#c(e){let t=this.#e.get(e);if(!t)throw new h("engine-crashed","The engine was restarted.");return t}async#a(e,t){
let n=await this.#t.ready();try{let o=ze(e),s=new n.Model(t,o),i=s.info(),{channels:a,rows:_,cols:u}=i.input;if(a!==1||_!==
28||u!==28)throw s.free(),new Error(`it reads ${a}×${_}×${u} pictures, not 28×28 grey digits`);let b=Q("cpu",s,null);
return{url:e,bytes:t,variant:o,info:i,cpu:b,...{card:null,losses:0,barred:"",opening:0},gone:!1,chosen:new Map}}catch(o){
throw x(o)||U(o)?o:new h("model-broken",`The file at ${ge(q(e))} is not a model that can be used: ${S(o)}.`,{cause:o})}}};
function bn(r){r.gone=!0,r.cpu.model.free(),r.card?.model.free()}var te=null;function dn(r){te=new ee(r,e=>self.postMessage({chosen:e})),r.compiled||te.compiled.then(e=>self.postMessage(
{compiled:e})),we(r.lock).then(e=>self.postMessage({locked:e}))}self.addEventListener("message",async({data:r})=>{if("he\
llo"in r&&dn(r.hello),"ping"in r&&self.postMessage({pong:!0}),!te||!("id"in r))return;let{id:e,request:t,files:n}=r,o=s=>self.
postMessage({id:e,runs:s});try{self.postMessage({id:e,reply:await te.run(t,n,o)})}catch(s){self.postMessage({id:e,error:{
code:de(s),message:S(s)}})}});self.postMessage({started:!0});
//# sourceMappingURL=worker.js.map
